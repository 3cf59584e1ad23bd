import {
  display,
  frac,
  hat,
  letter,
  type Maths,
  number,
  parens,
  row,
  sign,
  sub,
  subsup,
  sum,
  sup,
} from "../../lib/mathml.ts";

const [A, C, I, S, W, X, Y, Z, c, e, i, r, x, z] = [..."ACISWXYZceirxz"].map(letter) as Maths[] as [
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
  Maths,
];
const equals = sign("=");
const minus = sign("−");
const plus = sign("+");
const delta = sign("Δ");
const inverse = sup(parens(I!, minus, A!), row(minus, number("1")));
const inRegion = sum(row(i!, sign("∈"), r!));
const elsewhere = sum(row(r!, sign("≠"), c!));
const rc = row(r!, c!);
const cc = row(c!, c!);
const year = (base: Maths, below: Maths, when: "0" | "1") => subsup(base, below, number(when));

/** The equations of the methods page, by what they define. */
export const EQUATIONS = {
  output: display(x!, equals, Z!, number("1"), plus, Y!, number("1"), plus, e!),
  requirements: display(
    A!,
    equals,
    Z!,
    sup(hat(x!), row(minus, number("1"))),
    sign(","),
    S!,
    equals,
    frac(letter("F"), x!),
  ),
  driven: display(sub(X!, c!), equals, inverse, sub(Y!, c!)),
  origins: display(sub(C!, rc), equals, inRegion, sub(S!, i!), sub(X!, row(i!, c!))),
  parts: display(
    sub(letter("Loc"), c!),
    equals,
    sub(C!, cc),
    sign(","),
    sub(letter("Out"), c!),
    equals,
    elsewhere,
    sub(C!, rc),
  ),
  share: display(
    letter("OS"),
    equals,
    frac(
      row(sum(c!), sub(letter("Out"), c!)),
      row(sum(c!), parens(sub(letter("Loc"), c!), plus, sub(letter("Out"), c!))),
    ),
  ),
  mitigation: display(
    sub(W!, rc),
    equals,
    minus,
    frac(number("1"), number("2")),
    inRegion,
    delta,
    sub(S!, i!),
    parens(year(X!, row(i!, c!), "0"), plus, year(X!, row(i!, c!), "1")),
  ),
  credited: display(
    subsup(W!, c!, letter("loc")),
    equals,
    sub(W!, cc),
    sign(","),
    subsup(W!, c!, letter("out")),
    equals,
    elsewhere,
    sub(W!, rc),
  ),
  trade: display(
    subsup(letter("t"), i!, row(r!, c!)),
    equals,
    frac(
      row(sub(letter("a"), row(r!, i!)), subsup(letter("d"), rc, row(minus, sub(letter("θ"), i!)))),
      row(
        sum(letter("q")),
        sub(letter("a"), row(letter("q"), i!)),
        subsup(letter("d"), row(letter("q"), c!), row(minus, sub(letter("θ"), i!))),
      ),
    ),
  ),
  type: display(
    sub(z!, letter("k")),
    equals,
    frac(row(sub(letter("s"), letter("k")), minus, sub(letter("μ"), letter("k"))), sub(letter("σ"), letter("k"))),
  ),
} as const;

export type EquationId = keyof typeof EQUATIONS;
