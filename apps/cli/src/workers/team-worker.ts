import { workerData } from "node:worker_threads";
import { DenseMatrix, serveTeam } from "@tributary/core/kernel";
import type { TeamTask } from "./matrix-team.ts";

const { matrix, team } = workerData as TeamTask;
serveTeam(DenseMatrix.open(matrix), team);
