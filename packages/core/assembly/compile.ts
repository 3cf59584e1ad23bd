// Compiles the kernels and writes them as a module of their own, so that nobody needs the compiler to run the model.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = fileURLToPath(new URL("kernels.ts", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/kernel/kernels.wasm.ts", import.meta.url));
const FLAGS = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--enable", "simd"];

/** The bytes of the compiled kernels. */
export async function compileKernels(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(["kernels.ts", ...FLAGS, "--outFile", "out.wasm"], {
    readFile: (name) => (name === "kernels.ts" ? readFileSync(SOURCE, "utf8") : null),
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernels do not compile: ${stderr.toString()}`);
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  writeFileSync(
    TARGET,
    `/** Compiled from assembly/kernels.ts by \`npm run wasm\`; a test compiles it again and compares. */\n` +
      `// biome-ignore format: bytes\nexport const KERNELS_WASM: Uint8Array = Uint8Array.of(${bytes.join(",")});\n`,
  );
}
