"""Who speaks and takes part in a release, and every place that refers to them."""

from summitparse.actors.create import can_speak, may_say
from summitparse.actors.registry import Registry, build_registry

__all__ = ["Registry", "build_registry", "can_speak", "may_say"]
