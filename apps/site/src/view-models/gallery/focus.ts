import { emissionsFormat } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import type { GalleryContext } from "./context.ts";
import { listOrigins } from "./producers.ts";
import { sourceOf } from "./totals.ts";

/** The city that the scenario looks at: its footprint before and after, its target, where it changes. */
export function describeFocus(context: GalleryContext): DocumentSection[] {
  const { result, lang, words, nameOf } = context;
  const { focus, target, year } = result;
  const city = focus && result.cities.find(({ code }) => code === focus.city);
  if (!city) return [];
  const { page: text } = words;
  const { before, after } = city;
  const format = emissionsFormat([before.footprint, after.footprint], lang);
  const isDrawn = target?.quantity === "footprint" && target.city === city.code;
  const bar = (label: string, { local, outsourced }: typeof before) => ({ label, local, outsourced });
  return [
    {
      id: "focus",
      heading: text.focus(nameOf(city.code)),
      blocks: [
        ...(target ? [{ kind: "text" as const, text: target.met ? text.met : text.missed }] : []),
        {
          kind: "figure",
          figure: {
            id: "focus",
            caption: text.focus(nameOf(city.code)),
            note: text.focusNote(format.unit, year),
            charts: [
              {
                kind: "before-after",
                data: {
                  bars: [bar(text.base(year), before), bar(text.scenario, after)],
                  target: isDrawn ? { label: text.target(format.text(target.wanted)), value: target.wanted } : null,
                },
              },
            ],
            source: sourceOf(context),
          },
        },
        ...listOrigins(context, focus.origins, text.focus(nameOf(city.code))),
      ],
    },
  ];
}
