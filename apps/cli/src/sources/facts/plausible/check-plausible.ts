import type { PerYear, Sector, SourceException } from "@tributary/core";
import type { IssueList } from "../../issue-list.ts";
import type { CityRecord } from "../cities.ts";
import type { InventoryRecord } from "../inventories.ts";
import type { NationalRecord } from "../national-table.ts";
import { checkCapitals } from "./check-capitals.ts";
import { checkCities } from "./check-cities.ts";
import { checkItems } from "./check-items.ts";
import { checkList } from "./check-list.ts";
import { checkNation } from "./check-nation.ts";
import { checkPeers } from "./check-peers.ts";
import { checkPlaces } from "./check-places.ts";
import { checkProvinces } from "./check-provinces.ts";
import { checkTwins } from "./check-twins.ts";
import { checkUses } from "./check-uses.ts";
import { Doubts } from "./doubts.ts";

/** Figures that are compared with one another. */
export interface ComparedFacts {
  cities: CityRecord;
  sectors: readonly Sector[];
  inventories: InventoryRecord;
  national: PerYear<NationalRecord>;
}

/**
 * Refuse public figures that cannot be right beside each other, save named exceptions; these must excuse something.
 *
 * @see docs/open-estimate.md#what-figures-must-satisfy
 */
export function checkPlausible(facts: ComparedFacts, exceptions: readonly SourceException[], issues: IssueList): void {
  const doubts = new Doubts(issues, exceptions);
  checkList(facts.cities, doubts);
  checkCities(facts.cities, doubts);
  checkPeers(facts.cities, doubts);
  checkCapitals(facts.cities, doubts);
  checkTwins(facts.cities, doubts);
  checkPlaces(facts.cities, doubts);
  checkProvinces(facts.inventories, facts.cities, doubts);
  checkItems(facts.inventories, facts.cities, doubts);
  checkNation(facts.cities.cities, facts.national, facts.sectors, doubts);
  checkUses(facts.national, facts.sectors, doubts);
  const codes = new Set(facts.cities.cities.flatMap(({ code, province }) => [code, province]));
  doubts.checkUsed((of) => codes.has(of) || !/^\d{6}$/.test(of));
}
