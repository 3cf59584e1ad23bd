/* What the site's build shares with the command line: how folders are written, locked and mended, and how processes end. */
export { endWithParent } from "./end-with-parent.ts";
export { onInterrupt } from "./interrupt.ts";
export { type FolderTarget, writeFolder } from "./store/atomic-folder.ts";
export { explainWrite } from "./store/full-disk.ts";
export { holdLock } from "./store/hold-lock.ts";
export { isRunning, processMark } from "./store/process-mark.ts";
export { recoverRelease } from "./store/recover-release.ts";
export { openTemporary } from "./store/temporary-file.ts";
