import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { openInside } from "./open-inside.ts";
import { sendFile } from "./send-file.ts";

/** What no `<meta>` of a page can say: that it is not framed, and that types are not guessed. Pages are rebuilt while they are looked at. */
const HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'self'",
  "X-Content-Type-Options": "nosniff",
  "Accept-Ranges": "bytes",
  "Cache-Control": "no-store",
} as const;

/** How long a client may say or take nothing, ms. */
const PATIENCE = 60_000;

/** Errors of a client that has gone, at whatever point. */
const GONE = new Set(["ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ECONNRESET", "EPIPE"]);

/**
 * A server of the pages in a folder, as it is at each request: it may be replaced, and may be away meanwhile.
 *
 * @param patience How long a client may say or take nothing before its connection ends, ms.
 */
export function serveFolder(folder: string, patience = PATIENCE): Server {
  const limits = { requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: patience / 2 };
  const server = createServer(limits, (request, response) => {
    answer(folder, request, response).catch((error) => fail(response, error));
  });
  server.setTimeout(patience);
  return server;
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod(response);
  const path = decodePath(request.url ?? "/");
  const file = path === null ? null : await openInside(folder, path);
  if (file) return sendFile(request, response, file);
  await sendMissing(folder, request, response);
}

/** Path of an address as files are named; null where it is not encoded as addresses are. */
function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}

/** The page for what is missing, in the language of the address where there is one. */
async function sendMissing(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const language = /^\/([a-z]{2})\//.exec(request.url ?? "")?.[1];
  const page = (language && (await openInside(folder, `/${language}/404/`))) || (await openInside(folder, "/404.html"));
  if (page) return sendFile(request, response, page, 404);
  say(response, 404, "There is no such page.");
}

function refuseMethod(response: ServerResponse): void {
  response.setHeader("Allow", "GET, HEAD");
  say(response, 405, "Pages are only read.");
}

/** What went wrong for one client ends its answer and no other. */
function fail(response: ServerResponse, error: NodeJS.ErrnoException): void {
  if (response.headersSent || GONE.has(error.code ?? "")) response.destroy();
  else say(response, 500, `The file cannot be read (${error.code ?? error.message}).`);
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
