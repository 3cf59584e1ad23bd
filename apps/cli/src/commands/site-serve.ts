import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { InputError } from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { onInterrupt } from "../interrupt.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { serveFolder } from "../serving/serve-folder.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  dir: string;
  port: number;
  host: string;
  json?: boolean;
}

/** `tributary site serve`: look at the built pages. */
export function addSiteServe(parent: Command, context: Context): void {
  const command = parent
    .command("serve")
    .summary("serve the built pages")
    .description("Serve the built pages on this computer.");
  addExamples(command, ["site serve", "site serve --port 8080"]);
  command.addOption(folderOption("--dir <dir>", "folder of the pages", DEFAULT_PATHS.dist));
  command.addOption(new Option("--port <number>", "0 takes any free one").argParser(parsePort).default(4321));
  command.option("--host <name>", "address to listen on", "127.0.0.1");
  command.option("--json", "print the address as JSON");
  command.action(async (flags: Flags) => {
    const server = await startServer(flags);
    const url = `http://${flags.host.includes(":") ? `[${flags.host}]` : flags.host}:${(server.address() as AddressInfo).port}/`;
    const { output } = context;
    output.message(`Serving ${showPath(resolve(flags.dir))}; Ctrl-C stops.`);
    output.data(flags.json ? encodeJson({ url }) : `${url}\n`);
    onInterrupt(() => server.closeAllConnections());
    await once(server, "close");
  });
}

/**
 * Serve a folder of static pages.
 *
 * @throws {InputError} `no-site` where there are no pages; `port-busy`; `bad-host`.
 */
export async function startServer({ dir, port, host }: Pick<Flags, "dir" | "port" | "host">): Promise<Server> {
  const folder = resolve(dir);
  if (!existsSync(join(folder, "index.html")))
    throw new InputError("no-site", `There are no pages in ${showPath(folder)}. Run "tributary site build" first.`);
  const server = serveFolder(folder);
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw explainListenError(error, port, host);
  }
  return server;
}

function explainListenError(error: unknown, port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE")
    return new InputError("port-busy", `Port ${port} is in use. Choose another, such as --port ${port + 1}.`);
  if (code === "EACCES") return new InputError("port-busy", `Port ${port} needs more rights. Choose one above 1023.`);
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return new InputError(
      "bad-host",
      `"${host}" is not an address of this computer. Leave --host out, or use 0.0.0.0.`,
    );
  return error;
}

function parsePort(typed: string): number {
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port <= 65535) return port;
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}
