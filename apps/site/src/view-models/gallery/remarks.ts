import { formatNumber } from "../../lib/format.ts";
import type { Block, DocumentSection } from "../document.ts";
import type { GalleryContext } from "./context.ts";

/** What levers say of what they did, and how good the numbers are. */
export function describeRemarks({ result, lang, words }: GalleryContext): DocumentSection {
  const { page: text } = words;
  const { remarks, solve } = result;
  const exact = solve.bound === null ? text.noBound : text.exact(formatNumber(Math.ceil(solve.bound), 0, lang));
  return {
    id: "remarks",
    heading: text.remarks,
    blocks: [
      ...remarks.map((remark): Block => ({ kind: "text", text: remark.text[lang] })),
      { kind: "note", text: exact },
    ],
  };
}
