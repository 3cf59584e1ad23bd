import { getTableFiles } from "../../../view-models/tables/get-tables.ts";

export const getStaticPaths = () => getTableFiles().map(({ name }) => ({ params: { file: name } }));

/** A published file as it is. */
export const GET = ({ params }: { params: { file?: string } }) =>
  new Response(new Uint8Array(getTableFiles().find(({ name }) => name === params.file)!.content));
