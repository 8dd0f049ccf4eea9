"""One person over many releases: who of all the actors is the same human being."""

from summitparse.people.gather import gather
from summitparse.people.person import Person

__all__ = ["Person", "gather"]
