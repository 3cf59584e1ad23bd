// What is done with a dense matrix in shared memory, row-major, in slices of a few milliseconds: V8 replaces no function that
// is running. References in plain TypeScript: src/kernel/dense/plain-kernels.ts.
export * from "./dense/home";
export * from "./dense/panels";
export * from "./dense/rows";
export * from "./dense/survey";
