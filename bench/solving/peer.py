"""numpy and scipy on the same table, step by step on request: one word a line in, one JSON object a line out."""

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


def load_table(folder, year):
    """A, Y and S of a release; one that is stored as its factors is written out."""

    def load(name):
        return np.load(os.path.join(folder, "model", name + ".npy"))

    emissions, output = load(f"{year}/emissions"), load(f"{year}/output").reshape(-1)
    if os.path.exists(os.path.join(folder, "model", "distances.npy")):
        A, Y = expand_factors(load, year)
    else:
        A = load(f"{year}/requirements").astype(np.float64)
        Y = np.ascontiguousarray(load(f"{year}/final-demand").sum(axis=0).T)
        emissions = emissions[0]
    S = np.divide(emissions.reshape(-1), output, out=np.zeros_like(output), where=output != 0)
    return A, Y, S


def expand_factors(load, year):
    distances, friction = load("distances"), load("friction")
    technology, supplier, final_use = (load(f"{year}/{name}") for name in ("technology", "supplier", "final-use"))
    R, N = distances.shape[0], friction.size
    T = supplier[:, :, None] * distances[None] ** -friction[:, None, None]
    T /= T.sum(axis=1, keepdims=True)
    A = np.empty((R, N, R, N))
    for i in range(N):
        A[:, i, :, :] = T[i][:, :, None] * technology[i][None, None, :]
    Y = (T.transpose(1, 0, 2) * final_use.sum(axis=1).T[None]).reshape(R * N, R)
    return A.reshape(R * N, R * N), Y


def main(folder, year, scratch):
    begin = time.perf_counter()
    A, Y, S = load_table(folder, year)
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
