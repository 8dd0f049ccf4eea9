"""What an output can be. Every sink is made from the lines of JSON, and gives them back."""

from summitparse.batch.sinks.choose import FORMATS, choose
from summitparse.batch.sinks.sink import Sink

__all__ = ["FORMATS", "Sink", "choose"]
