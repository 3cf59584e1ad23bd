import { nameRole, solveLinkages } from "@tributary/core";
import { findSector } from "./find-sector.ts";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ModelQuery } from "./query-definition.ts";

/** `tributary query linkages`: how strongly sectors are tied to their suppliers and buyers. */
export const linkagesQuery: ModelQuery = {
  verb: "linkages",
  summary: "backward and forward linkages of the sectors of a region, direct and total",
  examples: [
    "query linkages --region 430100 --year 2017",
    "query linkages --sector 14 --format csv",
    "query linkages --out linkages.parquet",
  ],
  allCities: true,
  options: ["year", "sector"],
  explanation: {
    meaning:
      "Backward: what the sector draws from its suppliers; forward: what its primary inputs make possible at its buyers (Ghosh). Power, forward index and sensitivity are over the mean of all producing sectors: 1 is the mean. Role: key if power and forward index are above 1.",
    formula: "backward = 1ᵀL, forward = G 1 with G = (I − x̂⁻¹Z)⁻¹ = x̂⁻¹ L x̂, sensitivity = L 1",
    source: "Rasmussen (1957); Miller & Blair (2009), §12.2; docs/method.md#linkages",
  },
  solve({ A, x, axes: { regions, sectors } }, { city, sector }) {
    const links = solveLinkages(A, x);
    const N = sectors.length;
    const wanted = sector === undefined ? null : findSector(sectors, sector);
    const isWanted = (i: number) =>
      (wanted === null || i % N === wanted) && (city === null || regions[Math.floor(i / N)].code === city.code);
    const rows = Array.from(x, (_, i) => i).filter(isWanted);
    const figure = (name: string, values: Float64Array) =>
      numberColumn(
        name,
        rows.map((i) => values[i]),
        3,
      );
    const role = (i: number) => (x[i] === 0 ? null : nameRole(links.power[i], links.forwardIndex[i]));
    return {
      columns: [
        ...listCityColumns(
          rows.map((i) => regions[Math.floor(i / N)]),
          "city_",
        ),
        ...listCityColumns(
          rows.map((i) => sectors[i % N]),
          "sector_",
        ),
        figure("direct_backward", links.directBackward),
        figure("backward", links.backward),
        figure("power_of_dispersion", links.power),
        figure("direct_forward", links.directForward),
        figure("forward", links.forward),
        figure("forward_index", links.forwardIndex),
        figure("sensitivity_of_dispersion", links.sensitivity),
        { name: "role", kind: "text", values: rows.map(role) },
      ],
      figures: [{ name: "residual", value: links.residual, unit: "of the largest right-hand side" }],
    };
  },
};
