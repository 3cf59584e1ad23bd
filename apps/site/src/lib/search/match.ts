import type { Place } from "./place.ts";

/** A query or a name as it is compared: no accents, case, spaces or apostrophes; ü as u. */
export function normalise(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** What can be typed for a place, best first; a lower rank wins. */
function keysOf(place: Place): [rank: number, key: string][] {
  return [
    [0, place.code ?? ""],
    [0, place.zh],
    [0, place.fullZh],
    [0, normalise(place.en)],
    [0, place.pinyin.replaceAll(" ", "")],
    ...(place.others ?? []).map((other): [number, string] => [0, normalise(other)]),
    [3, place.province.zh],
    [3, normalise(place.province.en)],
  ];
}

/** How well a place answers a normalised query: 0 a whole name, higher is worse, null not at all. */
function rankPlace(place: Place, query: string): number | null {
  let best: number | null = null;
  for (const [rank, key] of keysOf(place)) {
    if (key === "") continue;
    const worse = key === query ? 0 : key.startsWith(query) ? 1 : rank === 0 && key.includes(query) ? 5 : null;
    if (worse !== null && (best === null || rank + worse < best)) best = rank + worse;
  }
  return best ?? rankInitials(place.pinyin.split(" "), query);
}

/** 2 if the query is made of beginnings of all syllables (cs, csh, chsh: chang sha), 3 if of the first ones only. */
function rankInitials(syllables: readonly string[], query: string): 2 | 3 | null {
  if (query === "") return syllables.length === 0 ? 2 : 3;
  const [first = "", ...rest] = syllables;
  let best: 2 | 3 | null = null;
  for (let size = 1; size <= first.length && first.startsWith(query.slice(0, size)) && size <= query.length; size++) {
    const rank = rankInitials(rest, query.slice(size));
    if (rank !== null && (best === null || rank < best)) best = rank;
  }
  return best;
}

/**
 * Places that answer a query, best first and in the order of the index among equals. A name may be followed by its
 * province ("suzhou anhui", "安徽宿州"), in either order.
 */
export function findPlaces(places: readonly Place[], query: string, limit = Number.POSITIVE_INFINITY): Place[] {
  const whole = normalise(query);
  if (whole === "") return [];
  const ranked = places.flatMap((place, index) => {
    const rank = rankPlace(place, whole) ?? rankWithProvince(place, whole);
    return rank === null ? [] : [{ place, rank, index }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return ranked.slice(0, limit).map(({ place }) => place);
}

/** The rank of what is left of a query once the province of the place is taken off either end. */
function rankWithProvince(place: Place, query: string): number | null {
  for (const province of [normalise(place.province.en), place.province.zh, place.province.zh.replace(/省$/, "")]) {
    if (province === "" || query.length <= province.length) continue;
    const rest = query.startsWith(province)
      ? query.slice(province.length)
      : query.endsWith(province)
        ? query.slice(0, -province.length)
        : null;
    const rank = rest === null ? null : rankPlace(place, rest);
    if (rank !== null && rank < 4) return rank;
  }
  return null;
}
