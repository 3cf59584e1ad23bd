import { distance } from "fastest-levenshtein";

/** How many suggestions a message makes. */
const SUGGESTIONS = 3;

/**
 * Candidates near what was typed, nearest first: a third of its letters wrong or two swapped, or holding it whole.
 * Case and marks between words do not count.
 */
export function suggestNear(typed: string, candidates: Iterable<string>): string[] {
  const wanted = normalize(typed);
  if (wanted === "") return [];
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, far: measure(wanted, normalize(candidate)) }))
    .filter(({ far }) => far <= limit)
    .toSorted((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean a, b?`, or nothing. */
export function askNear(typed: string, candidates: Iterable<string>): string {
  const near = suggestNear(typed, candidates);
  return near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
}

function measure(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && candidate.includes(wanted)) return 0;
  return distance(wanted, candidate);
}

/** A name as it is compared: in small letters, without marks between and over them. */
export function normalize(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s'’_-]+/g, "");
}
