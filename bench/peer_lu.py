"""The reference: numpy and scipy on the dense table of the same release.

Reads the arrays of a release, writes out A (n x n, float64), and takes, per round, the time of an LU factorisation with
a solve for every city's final demand, S weighted into the origin x consumer matrix. Talks in JSON lines: one round for
each line read on standard input, so that rounds alternate with the other side's.
"""

import json
import sys
import time

import numpy as np
import scipy
from scipy.linalg import lu_factor, lu_solve

release, year = sys.argv[1], sys.argv[2]
load = lambda name: np.load(f"{release}/model/{name}.npy")
distances, friction = load("distances"), load("friction")
technology, supplier = load(f"{year}/technology"), load(f"{year}/supplier")
final_use, emissions, output = load(f"{year}/final-use"), load(f"{year}/emissions"), load(f"{year}/output")

R, N = distances.shape[0], friction.size
T = supplier[:, :, None] * distances[None] ** -friction[:, None, None]
T /= T.sum(axis=1, keepdims=True)
A = np.empty((R, N, R, N))
for i in range(N):
    A[:, i, :, :] = T[i][:, :, None] * technology[i][None, None, :]
Y = (T.transpose(1, 0, 2) * final_use.sum(axis=1).T[None]).reshape(R * N, R)
S = (emissions / output).reshape(-1)
I_minus_A = np.eye(R * N) - A.reshape(R * N, R * N)
del A

print(json.dumps({"numpy": np.__version__, "scipy": scipy.__version__}), flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    X = lu_solve(lu_factor(I_minus_A, check_finite=False), Y, check_finite=False)
    C = (S[:, None] * X).reshape(R, N, R).sum(axis=1)
    print(json.dumps({"seconds": time.perf_counter() - begin, "total": C.sum(), "local": np.trace(C)}), flush=True)
