"""Many releases: read, worked on in blocks, written in order, and gone on with after any interruption."""

from summitparse.batch.item import Item, Options, Outcome
from summitparse.batch.report import Report
from summitparse.batch.run import run_batch

__all__ = ["Item", "Options", "Outcome", "Report", "run_batch"]
