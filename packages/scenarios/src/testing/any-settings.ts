import { CITY_GROUPS } from "@tributary/core";
import fc from "fast-check";

/** A part in steps: nobody means 1e-300. */
export const ANY_PART = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

const cities = ["110100", "110101", "120102", "120103"];
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const regions = fc.oneof(
  fc.record({ city: some(cities) }),
  fc.record({ province: some(["110000", "120000"]) }),
  fc.record({ type: some(CITY_GROUPS.filter((group) => ["energy", "heavy industry", "services"].includes(group))) }),
  fc.constant({ all: true }),
  fc.record({ topOriginsOf: fc.constantFrom(...cities), count: fc.integer({ min: 1, max: 5 }) }),
);
const sectors = fc.oneof(
  some(["01", "02", "03"]),
  fc.record({ group: some(["energy", "services"]) }),
  fc.constant("all"),
);
const origins = fc.record({ origins: regions, sectors });
const rule = (name: string) => fc.record({ rule: fc.constant(name), count: fc.integer({ min: 1, max: 2 }) });
const transfer = fc.record({
  where: fc.record({ buyer: regions, product: sectors }),
  shift: fc.record({
    share: ANY_PART,
    from: fc.oneof(rule("dirtiest"), fc.constant({ city: ["110100"] })),
    to: fc.oneof(rule("cleanest"), fc.constant({ city: ["120103"] })),
  }),
});
const percent = fc.record({ percent: fc.constant(0) });
const price = { perTonne: fc.constant(0) };

/** Settings of every lever on the small baseline, by id; selectors of all kinds. The effort is drawn apart. */
export const ANY_SETTINGS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "upstream-decarbonisation": fc.record({ where: origins, change: percent }),
  "clean-electricity": fc.record({ where: origins, change: percent }),
  "supplier-shift": transfer,
  "green-procurement": transfer,
  "best-practice-convergence": fc.record({
    where: origins,
    converge: fc.record({ share: ANY_PART, quantile: ANY_PART }),
  }),
  "material-efficiency": fc.record({
    where: fc.record({ users: regions, industries: sectors, materials: sectors }),
    change: fc.record({ technical: ANY_PART, market: ANY_PART }),
  }),
  "demand-level-and-mix": fc.record({
    where: fc.record({ consumers: regions, products: sectors }),
    change: percent,
    respend: fc.option(fc.record({ share: ANY_PART, on: sectors }), { nil: undefined }),
  }),
  "carbon-price": fc.record({
    where: origins,
    price: fc.record(
      { ...price, charged: fc.constantFrom("all-output", "other-regions"), benchmark: ANY_PART },
      { requiredKeys: ["perTonne", "charged"] },
    ),
    response: fc.record({
      demand: fc.double({ min: -2, max: 0, noNaN: true }),
      sourcing: fc.double({ min: 0, max: 5, noNaN: true }),
    }),
  }),
  "compensation-ledger": fc.record({ price: fc.record(price), cuts: fc.constantFrom("scenario", "period") }),
};
