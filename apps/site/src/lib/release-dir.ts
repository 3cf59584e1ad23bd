import { resolve } from "node:path";

/** Folder of the release that the site is built from: `TRIBUTARY_RELEASE`, else the current one. */
export const RELEASE_DIR = resolve(process.env.TRIBUTARY_RELEASE ?? "../../releases/current");
