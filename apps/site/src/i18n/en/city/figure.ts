/** Words around every figure: foot, tools, method. */
export const figure = {
  source: (release: string, prices: string) =>
    `Open estimate, release ${release}; prices: ${prices}. Modelled, not observed. No uncertainty interval in this release.`,
  sourceOther: (release: string, prices: string) =>
    `Release ${release}; prices: ${prices}. No uncertainty interval in this release.`,
  cite: "Cite this figure",
  how: "How calculated",
  formula: "Formula",
  inputs: "Inputs",
  command: "The same numbers in a terminal, in a copy of the project",
  methods: "Method in full",
};
