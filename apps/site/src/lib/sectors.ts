import { type ProvinceFlows, provinceFlowsSchema, type SectorResult, sectorResultSchema } from "@tributary/core";
import { readChecked } from "./data.ts";
import { readManifest } from "./manifest.ts";

let sectors: readonly SectorResult[] | undefined;
let provinces: ProvinceFlows | undefined;

/** Every sector in every city, in the order of the release; read once per build. */
export function readSectors(): readonly SectorResult[] {
  sectors ??= readManifest().sectors.map(({ code }) => readChecked(`sectors/${code}.json`, sectorResultSchema));
  return sectors;
}

/** What provinces emit and cut for one another; read once per build. */
export function readProvinces(): ProvinceFlows {
  provinces ??= readChecked("provinces.json", provinceFlowsSchema);
  return provinces;
}
