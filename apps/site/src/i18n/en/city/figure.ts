/** Words around every figure: foot, tools, method. */
export const figure = {
  source: (release: string, prices: string, drawn: boolean) =>
    `Open estimate, release ${release}; prices: ${prices}. Modelled, not observed; ${drawn ? "how far it may be off: section 11 of every profile" : "no uncertainty interval in this release"}.`,
  sourceOther: (release: string, prices: string, drawn: boolean) =>
    `Release ${release}; prices: ${prices}. ${drawn ? "How far it may be off: section 11 of every profile." : "No uncertainty interval in this release."}`,
  cite: "Cite this figure",
  embed: "Embed",
  embedHint: "Shows the drawing, with its source and licence (CC BY 4.0), on another page.",
  embedAddress: (placeholder: string) => `Put the address of this site in place of ${placeholder}.`,
  fileLicence: "Tributary, CC BY 4.0",
  how: "How calculated",
  formula: "Formula",
  inputs: "Inputs",
  command: "The same numbers in a terminal, in a copy of the project",
  methods: "Method in full",
};
