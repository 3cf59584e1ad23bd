// Compiles the kernels and writes them as a module of their own, so that nobody needs the compiler to run the model.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = fileURLToPath(new URL("kernels.ts", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/kernel/kernels.wasm.ts", import.meta.url));
const FLAGS = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--enable", "simd"];
const FUSED = ["--enable", "relaxed-simd"];

/** The bytes of the compiled kernels, with fused multiply-add in single precision or without. */
export async function compileKernels(fused: boolean): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(["kernels.ts", ...FLAGS, ...(fused ? FUSED : []), "--outFile", "out.wasm"], {
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
  const list = async (name: string, fused: boolean) =>
    `// biome-ignore format: bytes\nexport const ${name}: Uint8Array = Uint8Array.of(${(await compileKernels(fused)).join(",")});\n`;
  writeFileSync(
    TARGET,
    "// Compiled from assembly/kernels.ts by `npm run wasm`; a test compiles it again and compares.\n" +
      `\n/** With fused multiply-add in single precision (relaxed SIMD). */\n${await list("FUSED_WASM", true)}` +
      `\n/** For hosts without. */\n${await list("KERNELS_WASM", false)}`,
  );
}
