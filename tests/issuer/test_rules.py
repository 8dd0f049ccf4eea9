"""Each rule of issuer makes what its examples say, and nothing of what its counter-examples hold."""

from tests.rules.examples import faults_of


def test_examples() -> None:
    assert faults_of("issuer") == []
