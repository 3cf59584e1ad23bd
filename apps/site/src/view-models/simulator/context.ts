import type { CityGroup, MitigationClass } from "@tributary/core";
import type { Lang } from "../../lib/lang.ts";
import type { SimulatorData } from "../../lib/simulator/simulator-data.ts";
import type { SimulatorWords } from "../../lib/simulator/simulator-words.ts";

/** What every part of an answer is told besides the report. */
export interface Context {
  data: SimulatorData;
  words: SimulatorWords;
  terms: { classes: Record<MitigationClass, string>; groups: Record<CityGroup, string> };
  lang: Lang;
}
