import { orderScenario, type Scenario } from "@tributary/scenarios";
import { Document, isNode } from "yaml";

/** A comment over a part of a scenario's text. */
export interface Remark {
  path: readonly (string | number)[];
  text: string;
}

/** A scenario as the YAML that somebody goes on with: equal scenarios give equal bytes. */
export function encodeScenarioYaml(scenario: Scenario, remarks: readonly Remark[] = []): string {
  const document = new Document(orderScenario(scenario));
  for (const { path, text } of remarks) {
    const part = document.getIn(path, true);
    if (isNode(part)) part.commentBefore = text.replaceAll(/^/gm, " ");
  }
  return document.toString({ lineWidth: 0 });
}
