import type { APIRoute } from "astro";
import { drawSiteCard, renderPng } from "../../components/card-file.ts";
import { LANGS, type Lang } from "../../lib/lang.ts";
import { makeHomeView } from "../../view-models/home.ts";
import { getAtlas, getCountry } from "../../view-models/release.ts";

export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang }, props: { lang } }));

/** Preview of every page that has none of its own. */
export const GET: APIRoute<{ lang: Lang }> = async ({ props: { lang } }) => {
  const atlas = getAtlas(lang);
  const png = await renderPng(drawSiteCard(makeHomeView(getCountry(), lang, atlas), atlas));
  return new Response(png, { headers: { "Content-Type": "image/png" } });
};
