// Compiles the kernel and writes it as a module of its own, so that nobody needs the compiler to run the model.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = fileURLToPath(new URL("panel-product.ts", import.meta.url));
const TARGET = fileURLToPath(new URL("../src/kernel/panel-product.wasm.ts", import.meta.url));
const FLAGS = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--enable", "simd"];

/** The bytes of the compiled kernel. */
export async function compilePanelProduct(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(["panel-product.ts", ...FLAGS, "--outFile", "out.wasm"], {
    readFile: (name) => (name === "panel-product.ts" ? readFileSync(SOURCE, "utf8") : null),
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernel does not compile: ${stderr.toString()}`);
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compilePanelProduct();
  writeFileSync(
    TARGET,
    `/** Compiled from assembly/panel-product.ts by \`npm run wasm\`; a test compiles it again and compares. */\n` +
      `// biome-ignore format: bytes\nexport const PANEL_PRODUCT_WASM: Uint8Array = Uint8Array.of(${bytes.join(",")});\n`,
  );
}
