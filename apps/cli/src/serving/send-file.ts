import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { mimes } from "mrmime";
import { type ByteRange, parseRange } from "./byte-range.ts";
import type { OpenFile } from "./open-inside.ts";

/** Types of data files that browsers do not know. */
const TYPES: Readonly<Record<string, string>> = {
  npy: "application/octet-stream",
  parquet: "application/vnd.apache.parquet",
  yaml: "application/yaml; charset=utf-8",
  html: "text/html; charset=utf-8",
};

function typeOf(path: string): string {
  const ending = extname(path).slice(1).toLowerCase();
  return TYPES[ending] ?? mimes[ending] ?? "application/octet-stream";
}

/** Send an open file, or the part that is asked for, and close it however that ends. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, stats, path }: OpenFile,
  status = 200,
): Promise<void> {
  try {
    const modified = stats.mtime.toUTCString();
    const range = status === 200 ? chooseRange(request, stats.size, modified) : null;
    response.setHeader("Last-Modified", modified);
    if (range === "unsatisfiable") return refuseRange(response, stats.size);
    const { start, end } = range ?? { start: 0, end: stats.size - 1 };
    if (range) response.setHeader("Content-Range", `bytes ${start}-${end}/${stats.size}`);
    response.writeHead(range ? 206 : status, { "Content-Type": typeOf(path), "Content-Length": end - start + 1 });
    if (request.method === "HEAD" || end < start) response.end();
    else await streamBytes(handle, { start, end }, response);
  } finally {
    await handle.close();
  }
}

/** Ranges are for GET alone, and for a file that is still the one that a first part came from. @see RFC 9110, §13.1.5, §14.2 */
function chooseRange({ method, headers }: IncomingMessage, size: number, modified: string) {
  const same = headers["if-range"] === undefined || headers["if-range"] === modified;
  return method === "GET" && same ? parseRange(headers.range, size) : null;
}

function refuseRange(response: ServerResponse, size: number): void {
  response.writeHead(416, { "Content-Range": `bytes */${size}` });
  response.end();
}

/** A file that has become shorter ends the connection: its reader would wait for the rest. */
async function streamBytes(handle: OpenFile["handle"], range: ByteRange, response: ServerResponse): Promise<void> {
  const stream = handle.createReadStream({ ...range, autoClose: false });
  await pipeline(stream, response, { end: false });
  if (stream.bytesRead === range.end - range.start + 1) response.end();
  else response.destroy();
}
