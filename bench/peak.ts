// Preloaded into a measured command: leaves its peak memory where the bench can read it.
import { writeFileSync } from "node:fs";

const target = process.env.TRIBUTARY_PEAK_FILE;
if (target) process.on("exit", () => writeFileSync(target, String(process.resourceUsage().maxRSS)));
