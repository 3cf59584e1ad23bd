"""numpy and scipy on the same dense table, step by step on request: one word a line in, one JSON object a line out."""

import ctypes
import glob
import json
import os
import sys
import time

import numpy as np
import scipy
import scipy.linalg
import scipy.sparse.linalg


def kernel_name():
    """The OpenBLAS kernel that numpy runs on this machine."""
    for path in glob.glob(os.path.join(os.path.dirname(np.__file__), "..", "numpy.libs", "*openblas*")):
        library = ctypes.CDLL(path)
        for symbol in ("scipy_openblas_get_corename64_", "openblas_get_corename64_", "openblas_get_corename"):
            if hasattr(library, symbol):
                function = getattr(library, symbol)
                function.restype = ctypes.c_char_p
                return function().decode()
    return "unknown"


def inverse(A, Y, S):
    """What pymrio does first: the Leontief inverse. Multipliers are one product more."""
    return {"M": S @ np.linalg.inv(np.eye(len(A)) - A)}


def lu(A, Y, S):
    factors = scipy.linalg.lu_factor(np.eye(len(A)) - A, overwrite_a=True, check_finite=False)
    return {"M": scipy.linalg.lu_solve(factors, S, trans=1, check_finite=False)}


def bicgstab(A, Y, S):
    operator = scipy.sparse.linalg.LinearOperator(A.shape, matvec=lambda m: m - m @ A)
    M, info = scipy.sparse.linalg.bicgstab(operator, S, rtol=1e-11, atol=0)
    if info != 0:
        raise ArithmeticError(f"bicgstab ended with {info}")
    return {"M": M}


def pymrio_steps(A, Y, S):
    """pymrio's two steps: L, then S L Y by origin and consumer."""
    L = np.linalg.inv(np.eye(len(A)) - A)
    return {"C": sum_origins(S, L @ Y)}


def lu_columns(A, Y, S):
    factors = scipy.linalg.lu_factor(np.eye(len(A)) - A, overwrite_a=True, check_finite=False)
    return {"C": sum_origins(S, scipy.linalg.lu_solve(factors, Y, check_finite=False))}


def pymrio_itself(A, Y, S):
    import pymrio

    L = pymrio.calc_L(A)
    return {"C": sum_origins(S, np.asarray(L) @ Y)}


def sum_origins(S, X):
    R = X.shape[1]
    return (S[:, None] * X).reshape(R, -1, R).sum(axis=1)


STEPS = {f.__name__: f for f in (inverse, lu, bicgstab, pymrio_steps, lu_columns, pymrio_itself)}


def main(folder, year, scratch):
    def load(name):
        return np.load(os.path.join(folder, "model", year, name + ".npy"))

    begin = time.perf_counter()
    A = load("requirements").astype(np.float64)
    Y = np.ascontiguousarray(load("final-demand").sum(axis=0).T)
    output = load("output")
    S = np.divide(load("emissions")[0], output, out=np.zeros_like(output), where=output != 0)
    loaded = time.perf_counter() - begin
    try:
        import pymrio

        installed = pymrio.__version__
    except ImportError:
        installed = None
    about = {"numpy": np.__version__, "scipy": scipy.__version__, "pymrio": installed}
    print(json.dumps({**about, "kernel": kernel_name(), "loaded": loaded}), flush=True)
    for line in sys.stdin:
        word = line.strip()
        begin = time.perf_counter()
        result = STEPS[word](A, Y, S)
        seconds = time.perf_counter() - begin
        for name, values in result.items():
            np.save(os.path.join(scratch, f"peer-{name}.npy"), np.ascontiguousarray(values))
        print(json.dumps({"step": word, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
