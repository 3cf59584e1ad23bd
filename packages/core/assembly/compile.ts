// Compiles the kernels and writes them as modules of their own, so that nobody needs the compiler to run the model.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const FLAGS = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--enable", "simd"];
const FUSED = ["--enable", "relaxed-simd"];
const SHARED = ["--enable", "threads", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];

/** Sources, what they need beyond the others, and where their bytes stand. */
const MODULES = {
  kernels: { flags: [], target: "../src/kernel/kernels.wasm.ts", name: "KERNELS_WASM", fused: "FUSED_WASM" },
  dense: {
    ...{ flags: SHARED, target: "../src/kernel/dense/dense-kernels.wasm.ts" },
    ...{ name: "DENSE_WASM", fused: "FUSED_DENSE_WASM" },
  },
} as const;

/** The bytes of the compiled kernels, with fused multiply-add or without. */
export async function compileKernels(fused: boolean, module: keyof typeof MODULES = "kernels"): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const source = `${module}.ts`;
  const flags = [...FLAGS, ...MODULES[module].flags, ...(fused ? FUSED : [])];
  const { error, stderr } = await asc.main([source, ...flags, "--outFile", "out.wasm"], {
    readFile: (name) => {
      const path = fileURLToPath(new URL(name, import.meta.url));
      return name.startsWith(module) && existsSync(path) ? readFileSync(path, "utf8") : null;
    },
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernels do not compile: ${stderr.toString()}`);
  return bytes;
}

async function writeModule(module: keyof typeof MODULES): Promise<void> {
  const { target, name, fused } = MODULES[module];
  const list = async (constant: string, isFused: boolean) =>
    `// biome-ignore format: bytes\nexport const ${constant}: Uint8Array = Uint8Array.of(${(await compileKernels(isFused, module)).join(",")});\n`;
  writeFileSync(
    fileURLToPath(new URL(target, import.meta.url)),
    `// Compiled from assembly/${module}.ts by \`npm run wasm\`; a test compiles it again and compares.\n` +
      `\n/** With fused multiply-add (relaxed SIMD). */\n${await list(fused, true)}` +
      `\n/** For hosts without. */\n${await list(name, false)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const module of ["kernels", "dense"] as const) await writeModule(module);
