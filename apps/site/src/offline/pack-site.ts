import { stat } from "node:fs/promises";
import { readSiteAddress } from "../build/site-address.ts";
import { releaseLabel } from "../lib/data.ts";
import { writeOfflineCopy } from "./write-offline-copy.ts";

/** Pack the site that was just built; what there is to say of the copy. */
export async function packSite(site: string, target: string): Promise<string> {
  const { id, openEstimate: needsServer } = releaseLabel();
  const release = id ?? "unknown";
  const { root, base } = readSiteAddress();
  const copy = { folder: `tributary-${release}`, release, address: root, base, needsServer };
  const count = await writeOfflineCopy(site, target, copy);
  const { size } = await stat(target);
  return `Offline copy: ${count} files, ${(size / 1e6).toFixed(1)} MB, in ${target}.`;
}
