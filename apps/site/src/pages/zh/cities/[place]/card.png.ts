import type { APIRoute } from "astro";
import { listCards, renderCard } from "../../../../components/files.ts";

export const getStaticPaths = listCards;

export const GET: APIRoute<{ code: string }> = ({ props }) => renderCard(props.code, "zh");
