import { accounts } from "./en/city/accounts.ts";
import { certainty } from "./en/city/certainty.ts";
import { chains } from "./en/city/chains.ts";
import { data } from "./en/city/data.ts";
import { figure } from "./en/city/figure.ts";
import { head } from "./en/city/head.ts";
import { mitigation } from "./en/city/mitigation.ts";
import { origins } from "./en/city/origins.ts";
import { partners } from "./en/city/partners.ts";
import { peers } from "./en/city/peers.ts";
import { position } from "./en/city/position.ts";
import { short } from "./en/city/short.ts";
import { why } from "./en/city/why.ts";
import { compare } from "./en/compare.ts";
import { dataFields } from "./en/data-fields.ts";
import { dataPage } from "./en/data-page.ts";
import { example } from "./en/example.ts";
import { explorer } from "./en/explorer.ts";
import { gallery } from "./en/gallery.ts";
import { glossary } from "./en/glossary.ts";
import { home } from "./en/home.ts";
import { leftOut } from "./en/left-out.ts";
import { map } from "./en/map.ts";
import { methods } from "./en/methods.ts";
import { changelog, revision } from "./en/revision.ts";
import { sectors } from "./en/sectors.ts";
import { shell } from "./en/shell.ts";
import { simulator } from "./en/simulator.ts";
import { tables } from "./en/tables.ts";
import { terms } from "./en/terms.ts";
import { topics } from "./en/topics.ts";

const notesTo = (heading: string) => `Notes: ${heading}`;

const city = {
  notesTo,
  head,
  short,
  mitigation,
  position,
  accounts,
  origins,
  chains,
  why,
  partners,
  peers,
  certainty,
  figure,
  data,
};

/** English words of the site; its shape is the type that every other language must fill. */
export const en = {
  shell,
  terms,
  sectors,
  explorer,
  simulator,
  gallery,
  methods,
  dataPage,
  dataFields,
  home,
  city,
  topics,
  leftOut,
  glossary,
  map,
  compare,
  example,
  revision,
  changelog,
  tables,
};

/** Every text of the site in one language: strings, and functions for sentences that hold numbers. */
export type Catalogue = typeof en;
