import { getPublishedFiles, writeHashes } from "../../view-models/data/published-files.ts";

const HASHES = "SHA256SUMS";

export const getStaticPaths = () =>
  [...getPublishedFiles().map(({ name }) => name), HASHES].map((file) => ({ params: { file } }));

/** A published file as it is, or the list of all their hashes. */
export const GET = ({ params }: { params: { file?: string } }) => {
  const files = getPublishedFiles();
  const found = files.find(({ name }) => name === params.file);
  return new Response(found ? new Uint8Array(found.bytes) : writeHashes(files));
};
