import { parentPort, workerData } from "node:worker_threads";
import { planShare } from "./plan-share.ts";

/* Plans the share of the site that `workerData`, a `ShareTask`, names, and says what it found. */
parentPort!.postMessage(planShare(workerData));
