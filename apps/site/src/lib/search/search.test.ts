import { expect, test } from "vitest";
import { makePlaces } from "./make-places.ts";
import { findPlaces, normalise } from "./match.ts";

type City = Parameters<typeof makePlaces>[0][number];
const city = (code: string, en: string, zh: string, province: [string, string, string]) =>
  ({
    code,
    slug: `${code}-${normalise(en)}`,
    name: { en, zh },
    fullNameZh: `${zh}市`,
    province: { code: province[0], name: { en: province[1], zh: province[2] } },
  }) as City;

const JIANGSU: [string, string, string] = ["320000", "Jiangsu", "江苏省"];
const ANHUI: [string, string, string] = ["340000", "Anhui", "安徽省"];
const places = makePlaces(
  [
    city("320500", "Suzhou", "苏州", JIANGSU),
    city("341300", "Suzhou", "宿州", ANHUI),
    city("610100", "Xi'an", "西安", ["610000", "Shaanxi", "陕西省"]),
    city("653100", "Kashgar", "喀什", ["650000", "Xinjiang", "新疆维吾尔自治区"]),
    city("530800", "Pu’er", "普洱", ["530000", "Yunnan", "云南省"]),
    city("430100", "Changsha", "长沙", ["430000", "Hunan", "湖南省"]),
  ],
  [{ code: "540100", name: { en: "Lhasa", zh: "拉萨" }, reason: "no-inventory" }],
);
const codes = (query: string) => findPlaces(places, query).map((place) => place.code);

test.each([
  ["changsha", ["430100"]],
  ["Chángshā", ["430100"]],
  ["长沙", ["430100"]],
  ["长沙市", ["430100"]],
  ["cs", ["430100"]],
  ["csh", ["430100"]],
  ["changs", ["430100"]],
  ["430100", ["430100"]],
  ["4301", ["430100"]],
  ["xian", ["610100"]],
  ["Xi’an", ["610100"]],
  ["kashi", ["653100"]],
  ["kashgar", ["653100"]],
  ["suzhou", ["320500", "341300"]],
  ["宿州", ["341300"]],
  ["suzhou anhui", ["341300"]],
  ["Anhui, Suzhou", ["341300"]],
  ["安徽宿州", ["341300"]],
  ["jiangsu", ["320500"]],
  ["simao", ["530800"]],
  ["532700", ["530800"]],
  ["拉萨", ["540100"]],
  ["", []],
  ["  ' ", []],
  ["zzz", []],
])("%s", (query, expected) => expect(codes(query)).toEqual(expected));

test("what is not in the table has no page but a reason", () => {
  expect(findPlaces(places, "lhasa")[0]).toMatchObject({ path: null, reason: "no-inventory", province: { en: "" } });
});
