// Preloaded into a measured command: leaves its peak memory where the bench can read it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const target = process.env.TRIBUTARY_PEAK_FILE;
const STATUS = "/proc/self/status";

/** Peak resident memory, kB. What the system tells of resources counts in what the bench itself had when it began this process. */
function readPeak(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, "utf8"))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

if (target) process.on("exit", () => writeFileSync(target, String(readPeak())));
