import { LEVERS, type LeverEntry, type ScenarioResult } from "@tributary/scenarios";
import { emissionsChange } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import type { GalleryContext } from "./context.ts";

/** What each lever adds, where there are several; each amount in a unit of its own, since levers differ widely. */
export function describeLevers({ result, lang, words }: GalleryContext): DocumentSection[] {
  const { method, levers, interaction } = result.contributions;
  if (levers.length < 2) return [];
  const { page: text } = words;
  const row = (head: string, { footprint, production }: ScenarioResult["contributions"]["interaction"]) => ({
    cells: [head, emissionsChange(footprint, lang), emissionsChange(production, lang)],
  });
  const named = ({ lever }: Pick<LeverEntry, "lever">) => LEVERS.get(lever)?.label[lang] ?? lever;
  return [
    {
      id: "levers",
      heading: text.levers,
      blocks: [
        { kind: "text", text: text[method] },
        {
          kind: "table",
          table: {
            caption: text.levers,
            columns: [text.lever, text.footprints, text.production],
            numeric: [1, 2],
            rows: [...levers.map((part) => row(named(part), part)), row(text.interaction, interaction)],
          },
        },
      ],
    },
  ];
}
