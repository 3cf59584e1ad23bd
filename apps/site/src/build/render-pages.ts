import { mkdirSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithParent } from "@tributary/cli/folders";
import type { RouteData } from "astro";
import { StaticPaths, type StaticPathsApp } from "astro/runtime/prerender/static-paths.js";
import { isWanted, mayMake, placeOf, type RenderList } from "./render-list.ts";

/*
 * node render-pages.ts <program> <wanted> <site> <made>
 *
 * Renders the units of a `RenderList` into a site, with the program that Astro made of the sources, as Astro itself would, and
 * writes down the names of the files.
 */

/** What a program of Astro's exports, as far as it is used here. */
interface App extends Required<StaticPathsApp> {
  setInternals(internals: { pagesByKeys: Map<string, { styles: { sheet: unknown }[] }> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** Routes that are rendered side by side: previews are drawn on other threads. */
const AT_ONCE = 4;

/** The program, given what it would otherwise ask the run of Astro for that made it: the styles of each route. */
async function openProgram(folder: string): Promise<App> {
  const entry = (await readdir(folder)).find((name) => name.startsWith("prerender-entry"))!;
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: App };
  const { routes } = app.manifest;
  if (routes.some(({ scripts }) => scripts.length > 0))
    throw new Error("An integration adds scripts to every page; a kept renderer would leave them out.");
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData, styles }) => [
        `${routeData.route}&${routeData.component}`,
        { styles: styles.map((sheet) => ({ sheet })) },
      ]),
    ),
  });
  const destination = { write: ({ message }: { message: string }) => process.stderr.write(`${message}\n`) };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return app;
}

/** Wanted paths with their routes; those of one place follow one another, so that its facts are read once. */
async function listPaths(app: App, { units, part, of }: RenderList) {
  const wanted = { units: units && new Set(units), part, of };
  const routes = app.manifest.routes.filter(({ routeData }) => mayMake(routeData.route, wanted.units));
  const { manifest, routeCache } = app;
  const getComponentByRoute = (route: RouteData) => app.getComponentByRoute(route);
  const all = await new StaticPaths({ manifest: { ...manifest, routes }, routeCache, getComponentByRoute }).getAll();
  const places = Map.groupBy(
    all.filter(({ pathname }) => isWanted(pathname, wanted)),
    ({ pathname }) => placeOf(pathname),
  );
  return [...places.values()].flat();
}

/** Name of the file of a path. */
function fileOf(pathname: string, { type }: RouteData): string {
  const name = pathname.replace(/^\/|\/$/g, "");
  if (type === "endpoint") return name;
  return name === "404" ? "404.html" : join(name, "index.html");
}

/** Render a path; the name of its file. */
async function renderPath(app: App, pathname: string, route: RouteData, site: string): Promise<string> {
  const { base, site: address = "http://localhost:4321" } = app.manifest;
  const path = posix.join(base, pathname, route.type === "endpoint" ? "" : "/");
  const response = await app.render(new Request(new URL(path, address)), { routeData: route });
  if (response.status !== 200 && !path.endsWith("/404/")) throw new Error(`${path} answers with ${response.status}.`);
  const name = fileOf(pathname, route);
  mkdirSync(dirname(join(site, name)), { recursive: true });
  await writeFile(join(site, name), Buffer.from(await response.arrayBuffer()));
  return name;
}

endWithParent();
const [program, wantedFile, site, madeFile] = process.argv.slice(2) as [string, string, string, string];
const app = await openProgram(program);
const queue = (await listPaths(app, JSON.parse(await readFile(wantedFile, "utf8")))).reverse();
const made: string[] = [];
const worker = async () => {
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { pathname, route } = next;
    const name = await renderPath(app, pathname, route, site).catch((cause: unknown) => {
      throw new Error(`${pathname} cannot be rendered.`, { cause });
    });
    made.push(name);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await writeFile(madeFile, JSON.stringify(made));
