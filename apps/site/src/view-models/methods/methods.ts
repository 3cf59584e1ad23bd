import { CLASSES } from "@tributary/core";
import type { DocumentSection, DocumentView } from "../document.ts";
import { describeAssumptions } from "./assumptions.ts";
import { describeChecks } from "./checks.ts";
import { describeComparison } from "./comparison.ts";
import type { MethodsContext } from "./context.ts";
import { EQUATIONS, type EquationId } from "./equations.ts";
import { describeLimits, describePlaces, describeSettings } from "./release-sections.ts";

const STEPS: EquationId[] = [
  "output",
  "requirements",
  "trade",
  "driven",
  "origins",
  "parts",
  "share",
  "mitigation",
  "credited",
  "type",
];

function describeEquations({ words }: MethodsContext): DocumentSection {
  const text = words.text.equations;
  const equations = STEPS.map((id) => ({ text: text.steps[id], math: EQUATIONS[id] }));
  return {
    id: "equations",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.intro },
      { kind: "equations", equations },
    ],
  };
}

function describeClasses({ words, terms, uncertain, cities }: MethodsContext): DocumentSection {
  const text = words.text.classes;
  const classes = CLASSES.map((name) => ({ term: capitalise(terms.classes[name]), text: text.meaning[name] }));
  return {
    id: "classes",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.intro },
      { kind: "terms", terms: classes },
      { kind: "text", text: text.firm(uncertain, cities.length) },
    ],
  };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Three cities by hand: what is changed there is computed in the browser. */
function describeExample({ example }: MethodsContext): DocumentSection {
  return {
    id: "example",
    heading: example.heading,
    blocks: [{ kind: "text", text: example.intro }, { kind: "text", text: example.hint }, { kind: "worked-example" }],
  };
}

function describeGlossary({ words }: MethodsContext): DocumentSection {
  const text = words.tables.glossary;
  return {
    id: "glossary",
    heading: text.heading,
    blocks: [
      { kind: "text", text: text.say },
      { kind: "links", links: [{ text: text.link, path: "glossary/" }] },
    ],
  };
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ kind: "text" as const, text }));

/** View model of the methods page: words first, numbers of this release where they belong. */
export function makeMethodsView(context: MethodsContext): DocumentView {
  const { text } = context.words;
  return {
    title: text.title,
    description: text.description,
    lead: text.lead,
    contents: text.contents,
    sections: [
      { id: "plain", heading: text.plain.heading, blocks: paragraphs(text.plain.paragraphs) },
      { id: "badges", heading: text.badges.heading, blocks: [{ kind: "terms", terms: text.badges.terms }] },
      describeAssumptions(context),
      describeComparison(context),
      describeClasses(context),
      { id: "types", heading: text.types.heading, blocks: paragraphs(text.types.paragraphs) },
      describeEquations(context),
      describeExample(context),
      describePlaces(context),
      describeLimits(context),
      describeSettings(context),
      describeChecks(context),
      describeGlossary(context),
    ],
  };
}
