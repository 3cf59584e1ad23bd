import { readFileSync } from "node:fs";

/** Where Linux keeps the start of a process among the fields after its name; in ticks since the system started. */
const START_FIELD = 19;

/** First field of a process that has ended and that nobody has waited for, as happens in containers. */
const ENDED = /^[ZX]$/;

/** A process that left something behind, as `processMark` wrote it. */
const MARK = /^(\d+)(?:\.(\w+))?$/;

/** What the system says of a process after its name; nothing on a system other than Linux. */
function readState(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Start of this process; where the system does not say, a time that no other process of this number has. */
const ownStart = readState(process.pid)[START_FIELD] || Math.round(performance.timeOrigin).toString(36);

/** Number and start of this process. Numbers alone repeat, in containers with every run. */
export const processMark = (): string => `${process.pid}.${ownStart}`;

/** Whether the process that left a mark is still running; a number alone, as older versions left it, will do. */
export function isRunning(mark: string): boolean {
  const [, number, start = ""] = MARK.exec(mark) ?? [];
  const pid = Number(number);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return start === ownStart;
  const state = readState(pid);
  return exists(pid) && !ENDED.test(state[0]) && (start === "" || (state[START_FIELD] ?? start) === start);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
