"""Matrix products for the English model: numpy's, which are two to three times as fast as those that spaCy brings.

A library for linear algebra picks its way of adding up by the shape of a product, so the last bits of a token's vector
could depend on the tokens that are worked on beside it, and with them, once in a great while, a tag. Two things keep a
release's parse the same alone and in any batch: every product has the same number of rows, the last one filled up with
zeros; and numpy is used only where, on this processor, a row's result does not depend on its place. It does with what
OpenBLAS has for processors with AVX2 and no AVX-512, so there it is told to take its older, hardly slower code for AVX,
if it has not been loaded yet. Elsewhere spaCy's own products stay.
"""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from summitparse.language.embedding import remember_words
from summitparse.language.encoder import read_in_blocks

# 192 = 8 × 24 = 12 × 16: no tile of a kernel in use is cut at its edge.
ROWS = 192
# States of the parser that are scored in one product.
STATES = 16
# Rows, inner and outer sizes of the products that are tried: those of the model's widest layers and of its narrowest.
TRIED = ((ROWS, 288, 288), (ROWS, 96, 50), (ROWS, 96, 64), (ROWS, 64, 1024), (STATES, 64, 106))


def set_up_numpy() -> None:
    """Says how numpy is to multiply, if it is not loaded yet: on one thread, for at these sizes more of them burn time
    and save none, and by code in which equal rows have equal results."""
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        if _has_avx2_alone():
            os.environ.setdefault("OPENBLAS_CORETYPE", "Sandybridge")


def _has_avx2_alone() -> bool:
    """True for a processor with AVX2 and no AVX-512, where the system tells (Linux)."""
    try:
        with Path("/proc/cpuinfo").open("rb") as file:
            flags = file.read(4096).split()  # the first processor's
    except OSError:
        return False
    return b"avx2" in flags and b"avx512f" not in flags


def single_threaded() -> AbstractContextManager[Any]:
    """Keeps numpy to one thread for a while, where it was loaded before anyone could tell it so."""
    if os.environ.get("OPENBLAS_NUM_THREADS") == "1":
        return nullcontext()
    controller = _threads()
    return nullcontext() if controller is None else controller.limit(limits=1, user_api="blas")


@cache
def _threads() -> Any:
    try:
        from threadpoolctl import ThreadpoolController
    except ImportError:
        return None
    return ThreadpoolController()


def use_numpy(nlp: Any) -> bool:
    """Lets all layers of a spaCy pipeline use numpy's products, if a row's result is the same wherever it stands; then
    it is the same alone as well, and can be remembered. Returns whether that is so."""
    if not places_are_alike():
        return False
    ops = _fixed_rows()
    for _, component in nlp.pipeline:
        for layer in component.model.walk():
            layer.ops = ops
    remember_words(nlp)
    read_in_blocks(nlp, ROWS)
    return True


@cache
def places_are_alike() -> bool:
    """True if equal rows of a product of so many rows have results that are equal to the last bit."""
    import numpy as np

    for rows, inner, outer in TRIED:
        row = np.sin(np.arange(inner, dtype="f"))
        weights = np.cos(np.arange(outer * inner, dtype="f")).reshape(outer, inner)
        for turned in (weights.T, np.ascontiguousarray(weights.T)):
            result = np.matmul(np.tile(row, (rows, 1)), turned)
            if not (result == result[0]).all():
                return False
    return True


def _fixed_rows() -> Any:
    import numpy as np
    from thinc.api import NumpyOps

    class FixedRows(NumpyOps):  # type: ignore[misc]
        """thinc's operations on numpy arrays, with `gemm` in blocks of `ROWS` rows."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            left, right = (x.T if trans1 else x), (y.T if trans2 else y)
            rows = left.shape[0]
            result = np.empty((rows, right.shape[1]), dtype=left.dtype) if out is None else out
            whole = rows - rows % ROWS
            for start in range(0, whole, ROWS):
                np.matmul(left[start : start + ROWS], right, out=result[start : start + ROWS])
            if whole < rows:
                last = np.zeros((ROWS, left.shape[1]), dtype=left.dtype)
                last[: rows - whole] = left[whole:]
                result[whole:] = np.matmul(last, right)[: rows - whole]
            return result

    return FixedRows()
