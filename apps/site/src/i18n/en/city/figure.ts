/** Words around every figure: foot, tools, method. */
export const figure = {
  source: (release: string, prices: string) =>
    `Open estimate, release ${release}; prices: ${prices}. Modelled, not observed. No interval in this run.`,
  sourceOther: (release: string, prices: string) => `Release ${release}; prices: ${prices}. No interval in this run.`,
  cite: "Cite this figure",
  how: "How calculated",
  formula: "Formula",
  inputs: "Inputs",
  command: "The same numbers in a terminal",
  methods: "Method in full",
};
