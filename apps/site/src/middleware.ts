import type { MiddlewareHandler } from "astro";
import { addPolicy } from "./lib/content-policy.ts";

const STYLE = /<style>[\s\S]*?<\/style>/;

/** Astro writes the style of its islands where the first of them stands; in valid HTML it is in the head. */
function hoistStyle(html: string): string {
  const body = html.indexOf("<body");
  const style = STYLE.exec(html.slice(body))?.[0];
  return style === undefined ? html : html.replace(style, "").replace("</head>", `${style}</head>`);
}

/** Every page carries its content security policy; other files go out as they are. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  return new Response(addPolicy(hoistStyle(await response.text())), response);
};
