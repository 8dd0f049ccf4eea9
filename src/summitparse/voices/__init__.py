"""Who speaks at each place of a release: the release itself, somebody in quotation marks, or somebody in a turn."""

from summitparse.voices.find import OWN, Voice, Voices, find_voices
from summitparse.voices.stretches import Stretch
from summitparse.voices.turns import Turn

__all__ = ["OWN", "Stretch", "Turn", "Voice", "Voices", "find_voices"]
