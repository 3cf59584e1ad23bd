export * from "./lever.ts";
export * from "./registry.ts";
