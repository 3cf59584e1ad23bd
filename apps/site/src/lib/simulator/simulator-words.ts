import { simulator as en } from "../../i18n/en/simulator.ts";
import { simulator as zh } from "../../i18n/zh/simulator.ts";
import type { Lang } from "../lang.ts";

export type SimulatorWords = typeof en;

/** Words of the simulator and nothing else: what runs in the browser must not carry every text of the site. */
export const simulatorWords = (lang: Lang): SimulatorWords => (lang === "zh" ? zh : en);
