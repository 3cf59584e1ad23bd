/** What pandas reads as something else than text, so that the same name in an index and in a header is two things. */
const MISREAD = /^([-+.]*\d|[-+]?inf(inity)?$|true$|false$|#|<na>|-?nan$|n\/?a$|null$|none$|-1\.#)/i;

interface Entry {
  code: string;
  name: { en: string; zh: string };
}

/**
 * Names of regions or sectors for pandas: codes, or where one of them reads as a number, as missing or as a truth value, code and
 * name, `430100 Changsha`.
 */
export function labelAxis(entries: readonly Entry[]): string[] {
  const codes = entries.map(({ code }) => code);
  if (!codes.some((code) => MISREAD.test(code))) return codes;
  return entries.map(({ code, name }) => {
    const word = [name.en, name.zh].find((each) => each !== "" && each !== code);
    // A name that is one word more is no number; without any the code is one.
    return `${word === undefined ? "code " : ""}${code}${word === undefined ? "" : ` ${word}`}`.replaceAll(/\s+/g, " ");
  });
}

/** A list for `--regions` or `--sectors` that leads from these names back to the codes. */
export function listNames(entries: readonly Entry[], labels: readonly string[]): string[][] {
  return [
    ["code", "name_en", "name_zh", "aliases"],
    ...entries.map(({ code, name }, k) => [code, name.en, name.zh, labels[k] === code ? "" : labels[k]]),
  ];
}
