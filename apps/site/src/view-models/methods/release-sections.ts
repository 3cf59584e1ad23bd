import { CONSTANTS, type SettingName } from "@tributary/core";
import { typeset } from "../../lib/format.ts";
import type { LeftOutReason } from "../../lib/search/place.ts";
import type { DocumentSection } from "../document.ts";
import type { MethodsContext } from "./context.ts";

/** At most four significant digits, as a setting is written. */
const plain = (value: number): string => String(Number(value.toPrecision(4)));

/** Every constant of the estimate: what this release used, and the range in which it is plausible. */
export function describeSettings({ words, manifest }: MethodsContext): DocumentSection {
  const text = words.tables.settings;
  const rows = Object.entries(manifest.settings).map(([name, value]) => {
    const known = CONSTANTS[name as SettingName] as (typeof CONSTANTS)[SettingName] | undefined;
    const unit = known?.unit ?? "";
    return {
      cells: [
        { text: name, code: true },
        plain(value),
        known === undefined ? "" : `${plain(known.low)}–${plain(known.high)}`,
        text.units[unit] ?? unit,
        typeset(text.meanings[name] ?? known?.meaning ?? ""),
      ],
    };
  });
  const scale = { cells: [{ text: "scale", code: true }, plain(manifest.calibration.scale), "", "1", text.scale] };
  return {
    id: "settings",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.intro },
      {
        kind: "table",
        table: { caption: text.heading, columns: text.columns, numeric: [1, 2], rows: [...rows, scale] },
      },
    ],
  };
}

/** What is known to be weak, in the words of the manifest. */
export const describeLimits = ({ lang, words, manifest }: MethodsContext): DocumentSection => ({
  id: "limits",
  heading: words.tables.limits.heading,
  blocks: [{ kind: "list", items: manifest.limits.map((limit) => limit[lang]) }],
});

/** The rule by which cities were taken in, and every unit that was not, with the reason. */
export function describePlaces({ lang, words, manifest }: MethodsContext): DocumentSection {
  const text = words.tables.places;
  const { leftOut, regionRule } = manifest;
  const reasons = Object.keys(text.reasons) as LeftOutReason[];
  const rows = reasons.flatMap((reason) => {
    const units = leftOut.filter((unit) => unit.reason === reason).map(({ name }) => name[lang]);
    return units.length > 0 ? [{ cells: [`${text.reasons[reason]} (${units.length})`, units.join(text.join)] }] : [];
  });
  return {
    id: "places",
    heading: text.heading,
    blocks: [
      { kind: "text", text: regionRule[lang] },
      { kind: "table", table: { caption: text.left(leftOut.length), columns: text.columns, numeric: [], rows } },
    ],
  };
}
