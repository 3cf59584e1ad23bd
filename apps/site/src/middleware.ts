import type { MiddlewareHandler } from "astro";
import { addPolicy } from "./lib/content-policy.ts";

/** Every page carries its content security policy; other files go out as they are. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  return new Response(addPolicy(await response.text()), response);
};
