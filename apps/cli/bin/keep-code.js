// How a process that starts threads keeps its code; docs/decisions/0023-threads-and-their-code.md.
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Taking the types out anew would be half of the start of every command, and of every thread.
module.enableCompileCache();
process.env.NODE_COMPILE_CACHE ??= module.getCompileCacheDir() ?? "";
// Threads that come and go can crash V8 while it frees machine code that they share; there is little of it.
setFlagsFromString("--no-wasm-code-gc");
