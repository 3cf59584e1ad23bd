"""pandas reads the same CSV: two header rows, two index columns."""

import sys

import pandas

table = pandas.read_csv(sys.argv[1], header=[0, 1], index_col=[0, 1])
assert table.shape[0] == table.shape[1]
