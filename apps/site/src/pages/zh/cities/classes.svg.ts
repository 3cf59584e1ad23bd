import type { APIRoute } from "astro";
import { drawFigureFile } from "../../../components/figure-file.ts";
import { respond } from "../../../components/files.ts";
import { makeHomeView } from "../../../view-models/home.ts";
import { getAtlas, getCountry } from "../../../view-models/release.ts";

export const GET: APIRoute = () => {
  const { caption, source, chart } = makeHomeView(getCountry(), "zh", getAtlas("zh")).quadrant;
  return respond(
    "classes.svg",
    drawFigureFile({ id: "classes", caption, source, charts: [chart] }, getAtlas("zh"), "zh", 1120),
  );
};
