"""What changed between two versions of a release: records that came, went, or say something else."""

from summitparse.changes.compare import Change, Compared, compare

__all__ = ["Change", "Compared", "compare"]
