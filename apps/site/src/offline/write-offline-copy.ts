import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { explainWrite, openTemporary } from "@tributary/cli/folders";
import { ZipFile } from "yazl";
import { listFiles } from "../build/site-folder.ts";
import { escapeXml } from "../charts/frame.ts";
import { catalogue } from "../i18n/catalogue.ts";

import { rewritePage, rewriteSheet } from "./rewrite-page.ts";

/** Files that nothing on a disk can use: scripts, indices, the model, previews, the page for missing addresses. */
const LEFT_OUT =
  /^_astro\/.*\.(js|wasm)$|^pagefind\/|^simulator\/model\.bin$|card\.png$|^cards\/|^(zh\/)?404|^(robots\.txt|sitemap\.xml)$/;

/** What results hold of each city: no page of the open estimate leads to it, those of imported tables do. */
const CITY_RESULTS = /^data\/cities\//;

/** Formats that are compressed already. */
const PACKED = new Set([".png", ".woff2", ".parquet"]);

/** The same in every copy, so that the same site gives the same bytes. */
const MTIME = new Date(1980, 0, 1);

export interface OfflineCopy {
  /** Name of the folder inside the archive. */
  folder: string;
  release: string;
  /** Address of the published site, null where it is not known. */
  address: string | null;
  /** Whether its pages have parts that need a server: search, map, comparison, simulator. Imported tables have none. */
  needsServer: boolean;
  /** Path below which the site was built: `/`, or as in `BASE_PATH`. */
  base: string;
}

function makeNotice(html: string, { release, address, needsServer }: OfflineCopy): string {
  const { offline, offlineTables } = catalogue(html.includes('<html lang="zh') ? "zh" : "en").shell;
  const published = address === null ? "" : ` <a href="${escapeXml(address)}">${escapeXml(address)}</a>`;
  if (!needsServer) return escapeXml(offlineTables(release)) + published;
  return `${escapeXml(offline(release))} <code>npx tributary site serve</code>${published}`;
}

/**
 * Pack a built site into a zip that opens from a disk: `index.html` in the one folder that it holds. Written beside its
 * place first and then renamed.
 *
 * @returns How many files it holds.
 * @throws {InputError} `disk-full`; then what was there is as it was.
 */
export async function writeOfflineCopy(site: string, target: string, copy: OfflineCopy): Promise<number> {
  const files = (await listFiles(site)).filter(
    (file) => !LEFT_OUT.test(file) && !(copy.needsServer && CITY_RESULTS.test(file)),
  );
  await mkdir(dirname(target), { recursive: true });
  const temporary = openTemporary(target);
  try {
    const zip = new ZipFile();
    const out = createWriteStream(temporary.path);
    const written = pipeline(zip.outputStream, out);
    // It is heard below, where it may come late.
    written.catch(() => {});
    for (const file of files) {
      const bytes = await readFile(join(site, file));
      const options = { mtime: MTIME, mode: 0o100644, compress: !PACKED.has(extname(file)), forceDosTimestamp: true };
      zip.addBuffer(rewrite(file, bytes, copy), `${copy.folder}/${file}`, options);
      if (out.writableNeedDrain) await Promise.race([once(out, "drain"), written]);
    }
    zip.end();
    await written;
    await rename(temporary.path, target);
  } catch (error) {
    throw explainWrite(error, target);
  } finally {
    temporary.remove();
  }
  return files.length;
}

function rewrite(file: string, bytes: Buffer, copy: OfflineCopy): Buffer {
  if (file.endsWith(".html")) {
    const html = bytes.toString("utf8");
    return Buffer.from(rewritePage(html, { file, base: copy.base }, makeNotice(html, copy)));
  }
  return file.endsWith(".css") ? Buffer.from(rewriteSheet(bytes.toString("utf8"))) : bytes;
}
