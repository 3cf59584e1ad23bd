import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Start the browser that the package brings along; Linux x64. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ["--no-sandbox"] });
}

/** A page, and what it did that it should not: requests to other hosts, errors, breaches of its own policy. */
export interface WatchedPage {
  page: Page;
  strays: string[];
  close(): Promise<void>;
}

/** Open a page in a context of its own; `base` is the address that counts as our own. */
export async function watchPage(
  browser: Browser,
  base: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  const strays: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base)) strays.push(request.url());
  });
  page.on("pageerror", (error) => strays.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) strays.push(message.text());
  });
  return { page, strays, close: () => context.close() };
}
