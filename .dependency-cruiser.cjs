/** Who may import whom. The layers are those of ARCHITECTURE.md, lowest first. */
const CORE = [
  "errors|catalog|vocabulary",
  "quantities",
  "kernel",
  "model",
  "accounts",
  "analysis",
  "checks",
  "release",
  "estimate",
  "study",
];

/** A core folder may import the folders named before the arrow's tail. */
const MAY_IMPORT = {
  quantities: "errors|quantities",
  kernel: "errors|kernel",
  model: "errors|quantities|kernel|model",
  accounts: "errors|quantities|kernel|model|accounts|release/results",
  analysis: "errors|quantities|kernel|model|accounts|analysis|release/results",
  checks: "errors|quantities|kernel|model|accounts|analysis|checks|release/results",
  release: "errors|vocabulary|quantities|kernel|model|release",
  estimate: "errors|quantities|kernel|model|release|estimate",
  study: CORE.join("|"),
  uncertainty: "errors|quantities|kernel|model|accounts|release|estimate|uncertainty",
};

const coreRules = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `core-${layer}`,
  severity: "error",
  comment: `packages/core/src/${layer} imports only ${allowed}`,
  from: { path: `^packages/core/src/${layer}/`, pathNot: "\\.test\\.ts$|/oracles/|/testing/" },
  to: { path: "^packages/core/src/", pathNot: `^packages/core/src/(${allowed})` },
}));

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-undeclared",
      severity: "error",
      comment: "every package in use is declared where it is used",
      from: { pathNot: "\\.(test|config)\\.ts$" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "public-entry-only",
      severity: "error",
      comment: "other packages are imported by name, through their entries",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: {
        path: "^(packages|apps)/([^/]+)/src/(?!(kernel/index|index|errors|near-names|folders)\\.ts$)",
        pathNot: "^$1/$2/",
      },
    },
    {
      name: "core-is-pure",
      severity: "error",
      comment: "core and scenarios run in a browser worker: no Node modules",
      from: { path: "^packages/[^/]+/src/", pathNot: "\\.test\\.ts$|/oracles/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-imports-no-package-above",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^(packages/scenarios|apps)/" },
    },
    {
      name: "scenarios-import-core-only",
      severity: "error",
      from: { path: "^packages/scenarios/" },
      to: { path: "^apps/" },
    },
    ...coreRules,
    {
      name: "cli-sources-and-store",
      severity: "error",
      from: { path: "^apps/cli/src/(exports|sources|store|workers)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/cli/src/(commands/|releases/|runs/|main\\.ts)" },
    },
    {
      name: "cli-runs-and-releases",
      severity: "error",
      from: { path: "^apps/cli/src/(runs|releases)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/cli/src/(commands/|main\\.ts)" },
    },
    {
      name: "site-lib",
      severity: "error",
      from: { path: "^apps/site/src/lib/", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/site/src/(view-models|charts|components|pages|layouts)/" },
    },
    {
      name: "site-charts-and-view-models",
      severity: "error",
      from: { path: "^apps/site/src/(charts|view-models)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/site/src/(components|pages|layouts)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.astro|\\.cache)/|^packages/core/assembly/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
