"""What pymrio 0.6.3 does in `load_all(folder).calc_all()`, restated with pandas: which files are read how, and what follows from them.

Prints JSON: extension -> stressor -> account -> region -> number. With a second argument, footprints only, by iteration in place of the
inverse, for tables whose inverse takes too long.
"""
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd


def load(folder):
    parameters = json.loads((folder / "file_parameters.json").read_text())
    frames = {}
    for key, how in parameters["files"].items():
        index, header = list(range(int(how["nr_index_col"]))), list(range(int(how["nr_header"])))
        frames[key] = pd.read_csv(
            folder / how["name"], sep="\t", index_col=0 if index == [0] else index, header=0 if header == [0] else header
        )
    return parameters, frames


def divide_columns(table, totals):
    totals = np.asarray(totals, dtype=float).reshape((1, -1))
    with np.errstate(divide="ignore"):
        inverse = 1 / totals
    inverse[np.isinf(inverse)] = 0
    return pd.DataFrame(table.values * inverse, index=table.index, columns=table.columns)


def by_region(table):
    return table.T.groupby(level="region", sort=False).sum().T


def spread_over_sectors(Y):
    sectors = Y.index.get_level_values("sector").unique()
    n = len(sectors)
    cells = np.zeros((len(Y), Y.shape[1] * n))
    for column, values in enumerate(Y.values.T):
        for row, value in enumerate(values):
            cells[row, column * n + row % n] = value
    columns = pd.MultiIndex.from_product([Y.columns, sectors], names=[*Y.columns.names, "sector"])
    return pd.DataFrame(cells, index=Y.index, columns=columns)


def without_home(table):
    abroad = table.copy()
    for region in table.index.get_level_values(0).unique():
        abroad.loc[region, region] = 0
    return abroad


def account(extension, system, A, L):
    F, x, Y = extension["F"], system["x"], system["Y"]
    S = divide_columns(F, x.values)
    households = by_region(extension["F_Y"]) if "F_Y" in extension else 0
    if "F_Y" in extension:
        divide_columns(extension["F_Y"], Y.sum(axis=0))
    demand = by_region(Y)
    if L is None:
        M = S.values
        for _ in range(2000):
            M, before = S.values + M @ A.values, M
            if np.abs(M - before).max() <= 1e-16 * np.abs(M).max():
                break
        return {"D_cba_reg": pd.DataFrame(M @ demand.values, index=S.index, columns=demand.columns) + households}
    driven = L @ spread_over_sectors(demand)
    abroad = without_home(driven)
    total = driven.values.sum(1).reshape((1, -1))
    made_abroad = abroad.sum(axis=1).values.reshape((1, -1))
    frame = lambda values: pd.DataFrame(values, index=S.index, columns=S.columns)
    return {
        "D_cba_reg": by_region(S @ driven) + households,
        "D_pba_reg": by_region(frame(S.values * total)) + households,
        "D_imp_reg": by_region(S @ abroad),
        "D_exp_reg": by_region(frame(S.values * made_abroad)),
    }


def main(folder, footprints_only):
    parameters, system = load(folder)
    assert parameters["systemtype"] == "IOSystem"
    A = divide_columns(system["Z"], system["x"].values)
    L = None if footprints_only else pd.DataFrame(np.linalg.inv(np.eye(len(A)) - A), index=A.index, columns=A.columns)
    result = {}
    for path in sorted(folder.iterdir()):
        if not (path / "file_parameters.json").exists():
            continue
        parameters, extension = load(path)
        assert parameters["systemtype"] == "Extension"
        accounts = account(extension, system, A, L)
        result[path.name] = {
            row: {name: {c: v for c, v in table.loc[row].items() if not np.isnan(v)} for name, table in accounts.items()}
            for row in extension["F"].index
        }
        assert list(extension["unit"].index) == list(extension["F"].index)
    json.dump(result, sys.stdout)


main(Path(sys.argv[1]), len(sys.argv) > 2)
