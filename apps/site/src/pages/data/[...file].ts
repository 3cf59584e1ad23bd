import { getPublishedFiles } from "../../view-models/data/published-files.ts";
import { HASH_FILE, writeHashes } from "../../view-models/files/data-files.ts";

export const getStaticPaths = () =>
  [...getPublishedFiles().map(({ name }) => name), HASH_FILE].map((file) => ({ params: { file } }));

/** A published file as it is, or the list of all their hashes. */
export const GET = ({ params }: { params: { file?: string } }) => {
  const files = getPublishedFiles();
  const found = files.find(({ name }) => name === params.file);
  return new Response(found ? new Uint8Array(found.bytes) : writeHashes(files));
};
