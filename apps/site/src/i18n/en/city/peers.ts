import type { Band } from "../../variants.ts";
import { terms } from "../terms.ts";

/** Outsourced share beside the peers' median; `alike` within two percentage points. */
export type BesideMedian = "above" | "below" | "alike" | "alone";

/** The city among its peers. */
export const peers = {
  heading: (beside: BesideMedian) =>
    ({
      above: "It outsources more than its peers",
      below: "It outsources less than its peers",
      alike: "It outsources as much as its peers",
      alone: "No peers to compare with",
    })[beside],
  say: (name: string, count: number, share: Band, local: Band, outsourced: Band) =>
    `${count === 1 ? "Beside its one peer" : `Among its ${count} peers`}, ${name} is ${terms.bands[share]} by outsourced share, ${terms.bands[local]} by local mitigation and ${terms.bands[outsourced]} by outsourced mitigation.`,
  alone: (group: string) => `No other city in this table has the type ${group}.`,
  caption: (group: string) => `The city among its peers, type ${group}`,
  captionNote:
    "Each tick is a peer, the dot is this city. Every row has its own scale, from the lowest to the highest.",
  metrics: {
    footprint: "Footprint",
    perValueAdded: "Footprint per value added",
    share: "Outsourced share",
    local: "Local mitigation",
    outsourced: "Outsourced mitigation",
  },
  table: (count: number) => (count === 1 ? "Table: the one peer" : `Table: the ${count} peers`),
  columns: {
    footprint: (unit: string) => `Footprint, ${unit}`,
    share: "Outsourced share",
    local: (unit: string) => `Local mitigation, ${unit}`,
    outsourced: (unit: string) => `Outsourced mitigation, ${unit}`,
  },
  perValueAdded: (tonnes: string) => `${tonnes} t per CNY 10,000`,
  asideTitle: "How peers are chosen",
  aside:
    "Same type by composition of value added; the 20 nearest by the logarithm of value added. Places are given as quarters, not as ranks: the differences are smaller than what the model can tell.",
  borderline: (runnerUp: string) =>
    `This city is borderline: with a little less of its main activity it would stand among the type ${runnerUp}.`,
  formula:
    "type = group with the highest z of its share in value added; peers = the 20 nearest |Δ ln value added| of that type",
  inputs: "Value added by sector group; the accounts and mitigation of every city.",
};
