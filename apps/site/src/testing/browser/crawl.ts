import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

interface Link {
  from: string;
  to: string;
}

const decode = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&#38;", "&");

/** Every address in the attributes of a page. */
function linksOf(file: string, html: string): Link[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((match) => ({ from: file, to: decode(match[1]!) }));
}

/** Links of a built site that lead nowhere: no file, or no such place on the page. Other sites are not visited. */
export function findBrokenLinks(dist: string): string[] {
  const pages = new Map(
    globSync("**/*.html", { cwd: dist }).map((file) => [file, readFileSync(join(dist, file), "utf8")]),
  );
  const isBroken = ({ from, to }: Link): boolean => {
    if (/^(https?:|mailto:|data:)/.test(to)) return false;
    const [path = "", fragment] = to.replace(/\?.*?(?=#|$)/, "").split("#");
    const local = path.startsWith("/") ? path.slice(1) : join(dirname(from), path);
    const target = path === "" ? from : local;
    const file =
      path.endsWith("/") || (existsSync(join(dist, target)) && statSync(join(dist, target)).isDirectory())
        ? join(target, "index.html")
        : target;
    if (!existsSync(join(dist, file))) return true;
    return (
      fragment !== undefined &&
      fragment !== "" &&
      !(pages.get(file) ?? "").includes(` id="${decodeURIComponent(fragment)}"`)
    );
  };
  const links = [...pages].flatMap(([file, html]) => linksOf(file, html));
  return [...new Set(links.filter(isBroken).map(({ from, to }) => `${from} → ${to}`))];
}

/** Pages whose translation is missing or does not lead back; what answers a missing address has no address itself. */
export function findLonePages(dist: string): string[] {
  const files = globSync("**/index.html", { cwd: dist }).filter((file) => !file.includes("404"));
  const alternates = (file: string, lang: string) => {
    const html = readFileSync(join(dist, file), "utf8");
    const link = html.match(
      new RegExp(`<link[^>]*hreflang="${lang}"[^>]*href="([^"]*)"|<link[^>]*href="([^"]*)"[^>]*hreflang="${lang}"`),
    );
    return link === null ? null : join(dirname(file), link[1] ?? link[2] ?? "", "index.html");
  };
  return files.filter((file) => {
    const zh = alternates(file, "zh-CN");
    const en = alternates(file, "en");
    return zh === null || en === null || !files.includes(zh) || !files.includes(en) || ![zh, en].includes(file);
  });
}
