import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from summitparse.findings import Span
from summitparse.language.matrix import ROWS, places_are_alike
from summitparse.language.model import analyse, english

TEXT = (
    "The ministers of both countries met on Tuesday and agreed on a plan to build a bridge over the river. "
    "“It will cost 40 million dollars,” an official said, adding that the work would take three years."
)


@pytest.mark.skipif(not places_are_alike(), reason="this processor's products depend on places: spaCy's are used")
def test_a_product_is_numpys_and_a_row_is_the_same_alone_and_beside_others() -> None:
    ops = english()[0].get_pipe("tagger").model.ops
    chance = np.random.default_rng(0)
    weights = chance.standard_normal((50, 96), dtype="f")
    rows = chance.standard_normal((3 * ROWS + 7, 96), dtype="f")
    together = ops.gemm(rows, weights, trans2=True)
    assert np.allclose(together, rows @ weights.T, atol=1e-4)
    for first, last in ((0, 1), (5, 9), (ROWS - 1, ROWS + 3), (10, 3 * ROWS)):
        assert np.array_equal(ops.gemm(rows[first:last], weights, trans2=True), together[first:last])
    out = np.empty((len(rows), 50), dtype="f")
    ops.gemm(rows, weights, out=out, trans2=True)
    assert np.array_equal(out, together)
    assert np.allclose(ops.gemm(rows, rows, trans1=True), rows.T @ rows, atol=1e-2)


@pytest.mark.skipif(not Path("/proc/cpuinfo").exists(), reason="this system does not tell what its processor has")
def test_where_numpy_is_told_in_time_a_rows_result_depends_on_no_place() -> None:
    program = "from summitparse.language.matrix import *; set_up_numpy(); assert places_are_alike()"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_parse_is_the_same_alone_and_in_any_batch() -> None:
    words = TEXT.split()
    texts = [" ".join(words[:length]) for length in range(1, len(words) + 1)] + [TEXT * 5]

    def told(parse: Any) -> list[tuple[str, str, str, int]]:
        return [(token.text, token.tag, token.dep, token.head) for token in parse.tokens]

    jobs = [(text, [Span(0, len(text))]) for text in texts]
    together = [told(parse) for parse in analyse(jobs)]
    assert [told(parse) for parse in reversed(analyse(jobs[::-1]))] == together
    assert [told(analyse([job])[0]) for job in jobs] == together
