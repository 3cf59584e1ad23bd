import { defineConfig } from "vitest/config";
import "./apps/cli/bin/keep-code.js";

export default defineConfig({
  test: {
    // That of keep-code.js, for the processes of tests.
    execArgv: ["--no-wasm-code-gc"],
    include: ["packages/**/*.test.ts", "apps/**/*.test.ts", "docs/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
