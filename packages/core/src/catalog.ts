/** What a quantity of the model is, for documents, `--explain` and column headings. */
export interface Quantity {
  /** Symbol of the field. */
  symbol: string;
  /** Word used everywhere outside the kernel. */
  word: string;
  /** n = R·N rows, region-major; R regions, N sectors. */
  shape: string;
  unit: string;
  /** Where it comes from, in symbols of this catalogue. */
  formula: string;
  /** Printed source. */
  source: string;
  /** Anchor in docs/method.md. */
  anchor: string;
}

const MILLER_BLAIR = "Miller & Blair (2009)";
const OURS = "our reading, docs/method.md";
const FLOW = "10⁴ CNY";
const TONNES = "t CO₂";
const PER_FLOW = "t CO₂ / 10⁴ CNY";
const MATRIX = "R×R, origin × consumer";

/** What the tables hold. */
const DATA = [
  q("flows", "Z", "flows", "n×n, row sells to column", FLOW, "given", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("finalDemand", "Y", "final demand", "n×R (×use)", FLOW, "given", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("exports", "e", "exports", "n", FLOW, "given", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("imports", "m", "imports", "n", FLOW, "given", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("valueAdded", "v", "value added", "n", FLOW, "given", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("emissions", "F", "emissions", "n", TONNES, "given", `${MILLER_BLAIR}, §10.3`, "accounts"),
  q("householdEmissions", "F_Y", "household emissions", "R", TONNES, "given", `${MILLER_BLAIR}, §10.3`, "accounts"),
  q("output", "x", "output", "n", FLOW, "x = Z 1 + Y 1 + e", `${MILLER_BLAIR}, §2.2`, "accounts"),
] as const;

/** What a solved year gives. */
const ACCOUNTS = [
  q("requirements", "A", "requirements", "n×n", "CNY/CNY", "A = Z x̂⁻¹", `${MILLER_BLAIR}, §2.2`, "accounts"),
  q("tradeShares", "T", "trade shares", "N×R×R", "1", "A = T ∘ A*", `${MILLER_BLAIR}, §3.4`, "accounts"),
  q("technology", "A*", "technology", "R×N×N", "CNY/CNY", "A*^s_ij = Σ_r A^rs_ij", `${MILLER_BLAIR}, §3.4`, "accounts"),
  q("intensity", "S", "intensity", "n", PER_FLOW, "S = F / x", `${MILLER_BLAIR}, §10.3`, "accounts"),
  q("drivenOutput", "X", "output driven", "n×R", FLOW, "X_c = (I − A)⁻¹ Y_c", `${MILLER_BLAIR}, §2.4`, "accounts"),
  q("multiplier", "M", "multiplier", "n", PER_FLOW, "M = (I − Aᵀ)⁻¹ S", `${MILLER_BLAIR}, §6.2`, "accounts"),
  q(
    "originConsumer",
    "C",
    "origin × consumer matrix",
    MATRIX,
    TONNES,
    "C[r,c] = Σ_{i∈r} S_i (X_c)_i",
    "Peters (2008)",
    "accounts",
  ),
  q("production", "D_pba", "territorial emissions", "R", TONNES, "D_pba[r] = Σ_{i∈r} F_i", "Peters (2008)", "accounts"),
  q("footprint", "D_cba", "footprint", "R", TONNES, "D_cba[c] = Σ_r C[r,c]", "Peters (2008)", "accounts"),
  q("local", "Loc", "local part", "R", TONNES, "Loc[c] = C[c,c]", "Xia et al. (2024)", "accounts"),
  q("outsourced", "Out", "outsourced part", "R", TONNES, "Out[c] = Σ_{r≠c} C[r,c]", "Xia et al. (2024)", "accounts"),
  q(
    "exportedAbroad",
    "D_abroad",
    "emissions for foreign exports",
    "R",
    TONNES,
    "D_abroad[r] = Σ_{i∈r} S_i ((I − A)⁻¹ e)_i",
    "Peters (2008)",
    "accounts",
  ),
  q("balance", "C − Cᵀ", "bilateral balance", "R×R", TONNES, "C − Cᵀ", "Peters (2008)", "accounts"),
  q(
    "outsourcedShare",
    "OS",
    "outsourced share",
    "1",
    "1",
    "OS = Σ Out / Σ D_cba",
    "Xia et al. (2024)",
    "outsourced-share",
  ),
] as const;

/** What two years, the chain, and composition give. */
const ANALYSIS = [
  q(
    "mitigation",
    "W",
    "mitigation matrix",
    MATRIX,
    TONNES,
    "W[r,c] = −½ Σ_{i∈r} ΔS_i (X⁰_c + X¹_c)_i",
    OURS,
    "mitigation",
  ),
  q("localMitigation", "W_loc", "local mitigation", "R", TONNES, "W_loc[c] = W[c,c]", OURS, "mitigation"),
  q(
    "outsourcedMitigation",
    "W_out",
    "outsourced mitigation",
    "R",
    TONNES,
    "W_out[c] = Σ_{r≠c} W[r,c]",
    OURS,
    "mitigation",
  ),
  q("given", "W_giv", "mitigation given", "R", TONNES, "W_giv[r] = Σ_{c≠r} W[r,c]", OURS, "mitigation"),
  q("net", "W_net", "net mitigation provided", "R", TONNES, "W_net = W_giv − W_out", OURS, "mitigation"),
  q("upstreamness", "U", "upstreamness", "n", "1", "U = (I − x̂⁻¹ Z)⁻¹ 1", "Antràs et al. (2012)", "city-types"),
  q(
    "downstreamness",
    "Dn",
    "downstreamness",
    "n",
    "1",
    "Dn = (I − Aᵀ)⁻¹ 1",
    "Miller & Temurshoev (2017)",
    "city-types",
  ),
  q("typeScore", "z", "type score", "R×6", "1", "z = (share − mean) / deviation over cities", OURS, "city-types"),
] as const;

/** What the analyst's queries give beside the accounts. */
const ANALYST = [
  q("path", "path", "path", "chain of rows", TONNES, "S_k · A_kj ⋯ A_il · Y_lc", "Lenzen (2003)", "paths"),
  q("power", "PD", "power of dispersion", "n", "1", "PD = 1ᵀL over its mean", "Rasmussen (1957)", "linkages"),
  q(
    "sensitivity",
    "SD",
    "sensitivity of dispersion",
    "n",
    "1",
    "SD = L 1 over its mean",
    "Rasmussen (1957)",
    "linkages",
  ),
  q("ghosh", "G", "Ghosh inverse", "n×n", "1", "G = (I − B)⁻¹ = x̂⁻¹ L x̂", `${MILLER_BLAIR}, §12.1`, "linkages"),
  q("loss", "x − x̄", "extraction loss", "n", FLOW, "x̄ = (I − Ā)⁻¹ f̄", `${MILLER_BLAIR}, §12.2`, "extraction"),
  q(
    "shared",
    "D_sha",
    "shared responsibility",
    "R",
    TONNES,
    "D_sha = α D_pba + (1 − α) D_cba",
    "Kondo et al. (1998)",
    "responsibility",
  ),
  q(
    "incomeBased",
    "D_iba",
    "income-based responsibility",
    "R",
    TONNES,
    "D_iba[r] = Σ_{i∈r} v_i (G S)_i",
    "Marques et al. (2012)",
    "responsibility",
  ),
  q("priceRise", "Δp", "price rise", "n", "1", "Δp = (I − Aᵀ)⁻¹ c", `${MILLER_BLAIR}, §2.6`, "prices"),
  q(
    "gini",
    "Gini",
    "Gini coefficient",
    "1",
    "1",
    "1 − Σ_k (P_k − P_{k−1}) (L_k + L_{k−1})",
    "Lorenz (1905)",
    "inequality",
  ),
] as const;

const GROUPS = { data: DATA, accounts: ACCOUNTS, analysis: ANALYSIS, analyst: ANALYST } as const;
const ENTRIES = [...DATA, ...ACCOUNTS, ...ANALYSIS, ...ANALYST];

export type QuantityId = (typeof ENTRIES)[number][0];

/**
 * Every quantity that the product computes or shows, by id: one place for symbol, word, shape, unit and formula.
 *
 * @see docs/method.md#glossary
 */
export const CATALOG = Object.freeze(Object.fromEntries(ENTRIES)) as Readonly<Record<QuantityId, Quantity>>;

const listIds = (entries: readonly (readonly [QuantityId, Quantity])[]) => entries.map(([id]) => id);

/** Ids of the quantities in order, by where they come from: tables, a solved year, two years, an analyst's queries. */
export const QUANTITY_GROUPS: Readonly<Record<keyof typeof GROUPS, readonly QuantityId[]>> = {
  data: listIds(GROUPS.data),
  accounts: listIds(GROUPS.accounts),
  analysis: listIds(GROUPS.analysis),
  analyst: listIds(GROUPS.analyst),
};

/** One line for `--explain`: `footprint D_cba [t CO₂, R]: D_cba[c] = Σ_r C[r,c] (Peters (2008))`. */
export function explainQuantity({ symbol, word, shape, unit, formula, source }: Quantity): string {
  return `${word} ${symbol} [${unit}, ${shape}]: ${formula} (${source})`;
}

function q<Id extends string>(
  id: Id,
  symbol: string,
  word: string,
  shape: string,
  unit: string,
  formula: string,
  source: string,
  anchor: string,
): readonly [Id, Quantity] {
  return [id, { symbol, word, shape, unit, formula, source, anchor }];
}
