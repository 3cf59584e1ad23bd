import { readFileSync } from "node:fs";

/** How often a process looks whether those who started it are still there, ms. */
const PAUSE = 500;

/** Number of the process that started another, or of the one that took it over; null without Linux, or without the process. */
function parentOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
  } catch {
    return null;
  }
}

/**
 * End this process when the one that started it has gone, or the one before, since npx starts a shell between: one that
 * is killed outright cannot pass that on. What is to be cleaned up is, as on a request to end.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const before = parentOf(parent);
  const look = () => {
    if (process.ppid !== parent || parentOf(parent) !== before) process.kill(process.pid, "SIGTERM");
  };
  setInterval(look, PAUSE).unref();
}
