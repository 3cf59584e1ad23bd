import { encodeLink, type Scenario } from "@tributary/scenarios";

const links = new WeakMap<Scenario, string>();

/** What an address carries of a scenario; packed once, because every profile has links to a few of the same ones. */
export function linkOf(scenario: Scenario): string {
  const link = links.get(scenario) ?? encodeLink(scenario);
  links.set(scenario, link);
  return link;
}
