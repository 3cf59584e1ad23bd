/** Which of the two accounts of a city is larger; `alike` within fifteen per cent. */
export type Balance = "footprint-larger" | "territory-larger" | "alike";

/** The production and the consumption view. */
export const accounts = {
  heading: (balance: Balance) =>
    ({
      "footprint-larger": "It consumes more carbon than it emits",
      "territory-larger": "It emits more carbon than it consumes",
      alike: "Two accounts of about the same size",
    })[balance],
  say: (name: string, year: string, production: string, footprint: string, shared: string, little: boolean) =>
    `Producers in ${name} emitted ${production} of CO₂ in ${year}. What ${name} consumed and built caused ${footprint}. The two accounts share ${little ? "only " : ""}${shared}.`,
  why: (name: string, heavy: string) =>
    `Energy and heavy industry make up ${heavy} of what ${name} outsources: other cities’ power stations and furnaces work for what it buys and builds.`,
  whyHome: (production: string, others: string, abroad: string) =>
    `Of the ${production} emitted here, ${others} served consumers in other cities and ${abroad} exports abroad.`,
  asideTitle: "Why they differ",
  grey: "{key-a|}Grey is emitted here on someone else’s account.",
  chain: (up: string, down: string) =>
    `Output lies on average ${up} steps from final use and ${down} from primary inputs (upstreamness and downstreamness).`,
  caption: "Territorial emissions and footprint",
  captionNote: (unit: string, span: string, year: string) =>
    `${unit} CO₂. Above: the change over ${span}. Below: what the two accounts of ${year} have in common. Households’ direct emissions are in neither.`,
  table: "Table: both accounts in both years",
  rows: {
    production: "Territorial emissions",
    local: "Local, in both accounts",
    forOthers: "Here for other cities",
    exportedAbroad: "Here for exports abroad",
    outsourced: "Outsourced, in other cities",
    outsourcedPower: "of it by power stations (scope 2)",
    outsourcedRest: "of it by all others (scope 3)",
    footprint: "Footprint",
    householdDirect: "Households’ direct emissions (beside)",
  },
  perValueAdded: { production: "Territorial emissions per value added", footprint: "Footprint per value added" },
  perPerson: { production: "Territorial emissions per person", footprint: "Footprint per person" },
  units: { valueAdded: "t per CNY 10,000", person: "t" },
  scopesTitle: "Scopes 1, 2 and 3",
  scopes: (name: string, own: string, households: string, power: string, rest: string) =>
    `Inventories count by scope. Scope 1, emitted in ${name}: ${own}, and ${households} by its households. Scope 2, power stations elsewhere: ${power}, for all that the city uses; an inventory counts only the current that it draws itself. Scope 3, everything else elsewhere: ${rest}. The footprint is the local part with scopes 2 and 3.`,
  uses: {
    caption: (year: string) => `What the footprint is for, ${year}`,
    note: "Share of each final use in the footprint, wherever it is emitted.",
    title: "Footprint by final use",
    names: {
      "rural-households": "rural households",
      "urban-households": "urban households",
      government: "government",
      "capital-formation": "buildings, roads, machines",
      inventories: "changes in stocks",
    } as Record<string, string>,
    formula: "D[c] of a final use = M·Y of that use alone; the uses add up to the footprint",
    inputs: "Multipliers M of the year; final demand of the city by use.",
  },
  item: (unit: string) => `${unit} CO₂`,
  formula: "territorial = Σ F; footprint = Σ C[r,c] over all origins r; both contain C[c,c]",
  inputs: "Emissions by city and sector; requirements A; final demand of the city.",
};
