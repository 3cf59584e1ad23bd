/* What the site shares with the command line: how folders and files are written, locked and mended. */
export { onInterrupt } from "./interrupt.ts";
export { writeWith } from "./store/atomic-file.ts";
export { writeFolder } from "./store/atomic-folder.ts";
export { holdLock } from "./store/hold-lock.ts";
export { isRunning, processMark } from "./store/process-mark.ts";
export { recoverRelease } from "./store/recover-release.ts";
