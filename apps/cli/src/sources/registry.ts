import { ceadsCitySource } from "./ceads-city/ceads-city-source.ts";
import { ceadsInventorySource } from "./ceads-inventory/ceads-inventory-source.ts";
import { ceadsProvincialSource } from "./ceads-provincial/ceads-provincial-source.ts";
import { csvSource } from "./delimited/csv-source.ts";
import { eora26Source } from "./eora26/eora26-source.ts";
import { npySource } from "./numpy/npy-source.ts";
import { pymrioSource } from "./pymrio/pymrio-source.ts";
import type { TableSource } from "./tables/table-source.ts";

/** Every layout that can be imported; the first that recognises a path is taken where none is named. */
export const SOURCES: readonly TableSource[] = [
  pymrioSource,
  eora26Source,
  ceadsInventorySource,
  ceadsProvincialSource,
  ceadsCitySource,
  npySource,
  csvSource,
];
