"""Who publishes a release: by name, and by country."""

from summitparse.issuer.find import find_issuer

__all__ = ["find_issuer"]
