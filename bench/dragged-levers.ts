import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  encodeLink,
  LEVERS,
  type Lever,
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type Scenario,
} from "../packages/scenarios/src/index.ts";

/** A lever as it is dragged: where the page is opened, and the heading of its slider. */
interface Dragged {
  name: string;
  query: string;
  lever: string;
}

const CITY = "430100";
const ALL = { all: true };

/** Levers pointed at as much as they can be, beside what they point at on opening. */
const WIDEST: Record<string, (settings: Record<string, object>) => object> = {
  "upstream-decarbonisation": ({ where }) => ({ where: { ...where, origins: ALL } }),
  "supplier-shift": ({ where }) => ({ where: { ...where, buyer: ALL } }),
  "green-procurement": ({ where }) => ({ where: { ...where, buyer: ALL } }),
  "carbon-price": ({ price }) => ({ price: { ...price, charged: "all-output" } }),
  "best-practice-convergence": ({ where }) => ({ where: { ...where, origins: ALL } }),
  "material-efficiency": ({ where }) => ({ where: { ...where, users: ALL } }),
  "demand-level-and-mix": ({ where }) => ({ where: { ...where, consumers: ALL } }),
};

/** The one sector that a lever looks for by its name. */
const SECTORS = [{ code: "25", name: { en: "Electricity", zh: "电力" } }];

/** Every lever as the page opens it, seen from Changsha, and at its widest. */
export function listDragged(site: string): Dragged[] {
  const base = readBase(site);
  return [...LEVERS.values()].flatMap((lever) => {
    const dragged = { name: lever.id, query: `?city=${CITY}`, lever: lever.label.en };
    const widen = WIDEST[lever.id];
    if (!widen) return [dragged];
    const settings = lever.defaults(CITY, SECTORS) as Record<string, object>;
    const link = writeLink(lever, { ...settings, ...widen(settings) }, base);
    return [dragged, { ...dragged, name: `${lever.id}, widest`, query: `?city=${CITY}&s=${link}` }];
  });
}

function writeLink({ id }: Lever, settings: object, base: Scenario["base"]): string {
  return encodeLink({
    schema: `${SCENARIO_FORMAT}${SCENARIO_VERSION}` as Scenario["schema"],
    id: "bench",
    title: { en: "Bench", zh: "基准" },
    base,
    levers: [{ lever: id, ...settings }],
  });
}

/** The release that a site was built from, as one of its scenarios names it. */
function readBase(site: string): Scenario["base"] {
  const [result] = globSync("scenarios/*/result.json", { cwd: site });
  if (!result) throw new Error(`${site} has no scenario: build the site first.`);
  return JSON.parse(readFileSync(join(site, result), "utf8")).scenario.base;
}
