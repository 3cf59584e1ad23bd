/** Tasks that wait for the disk and run side by side. */
const AT_ONCE = 8;

/** Do something with each item, a few at a time; ends when all are done, or with the first error. */
export async function eachAtOnce<T>(items: Iterable<T>, task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await task(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
