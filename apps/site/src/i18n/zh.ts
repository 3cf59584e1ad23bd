import type { Catalogue } from "./en.ts";
import { accounts } from "./zh/city/accounts.ts";
import { certainty } from "./zh/city/certainty.ts";
import { chains } from "./zh/city/chains.ts";
import { data } from "./zh/city/data.ts";
import { figure } from "./zh/city/figure.ts";
import { head } from "./zh/city/head.ts";
import { mitigation } from "./zh/city/mitigation.ts";
import { origins } from "./zh/city/origins.ts";
import { partners } from "./zh/city/partners.ts";
import { peers } from "./zh/city/peers.ts";
import { position } from "./zh/city/position.ts";
import { short } from "./zh/city/short.ts";
import { why } from "./zh/city/why.ts";
import { compare } from "./zh/compare.ts";
import { dataFields } from "./zh/data-fields.ts";
import { dataPage } from "./zh/data-page.ts";
import { example } from "./zh/example.ts";
import { explorer } from "./zh/explorer.ts";
import { gallery } from "./zh/gallery.ts";
import { glossary } from "./zh/glossary.ts";
import { home } from "./zh/home.ts";
import { leftOut } from "./zh/left-out.ts";
import { map } from "./zh/map.ts";
import { methods } from "./zh/methods.ts";
import { changelog, revision } from "./zh/revision.ts";
import { sectors } from "./zh/sectors.ts";
import { shell } from "./zh/shell.ts";
import { simulator } from "./zh/simulator.ts";
import { tables } from "./zh/tables.ts";
import { terms } from "./zh/terms.ts";
import { topics } from "./zh/topics.ts";

const notesTo = (heading: string) => `说明：${heading}`;

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

/** Chinese words of the site; the compiler holds it to the English shape. */
export const zh: Catalogue = {
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
