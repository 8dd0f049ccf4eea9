"""A batch on many machines: parts, each written whole or not at all, by workers of a Dask cluster."""

from summitparse.batch.cluster.engine import run_on_cluster

__all__ = ["run_on_cluster"]
