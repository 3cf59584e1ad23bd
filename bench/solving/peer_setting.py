"""The fastest OpenBLAS setting of this machine that gives right results: each tried in a process of its own."""

import json
import os
import subprocess
import sys
import time

SETTINGS = (None, "Haswell", "Zen", "SkylakeX", "Cooperlake", "SapphireRapids")


def measure():
    import numpy as np

    random = np.random.default_rng(1)
    A = random.random((1500, 1500))
    B = random.random((1500, 1500))
    times = []
    for _ in range(4):
        begin = time.perf_counter()
        product = A @ B
        times.append(time.perf_counter() - begin)
    exact = (A[:8, :, None] * B[None, :, :8]).sum(axis=1)
    x = np.linalg.solve(A + 1500 * np.eye(1500), B[0])
    right = np.allclose(product[:8, :8], exact, rtol=1e-11) and np.allclose((A + 1500 * np.eye(1500)) @ x, B[0])
    print(json.dumps({"right": bool(right), "gflops": 2 * 1500**3 / min(times) / 1e9}))


def main():
    best = {"setting": None, "gflops": 0.0}
    for setting in SETTINGS:
        env = {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}
        if setting:
            env["OPENBLAS_CORETYPE"] = setting
        run = subprocess.run([sys.executable, __file__, "measure"], env=env, capture_output=True, text=True)
        if run.returncode != 0:
            continue
        found = json.loads(run.stdout)
        if found["right"] and found["gflops"] > best["gflops"] * 1.02:
            best = {"setting": setting, "gflops": found["gflops"]}
    print(json.dumps(best))


if __name__ == "__main__":
    measure() if len(sys.argv) > 1 else main()
