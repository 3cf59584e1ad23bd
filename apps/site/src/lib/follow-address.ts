/**
 * Read what the address asks for, now and each time that somebody goes back or forth.
 *
 * @returns Ends it.
 */
export function followAddress(read: (query: URLSearchParams) => void): () => void {
  const readNow = () => read(new URLSearchParams(location.search));
  readNow();
  addEventListener("popstate", readNow);
  return () => removeEventListener("popstate", readNow);
}

/** Keep the address in step with a choice, so that it can be passed on. @param query With its question mark, or empty. */
export function keepAddress(query: string): void {
  history.replaceState(null, "", location.pathname + query + location.hash);
}
