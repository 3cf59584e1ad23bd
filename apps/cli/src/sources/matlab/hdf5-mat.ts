import { setImmediate as turn } from "node:timers/promises";
import { type Dataset, File, type Group, ready } from "h5wasm/node";
import { type MatFile, type MatVariable, refuseMat } from "./mat-variable.ts";

/** Bytes that are read at a time. */
const SLAB = 1 << 23;

/** Open a MATLAB file of version 7.3. Its matrices lie as they do in MATLAB: a row of HDF5 is a column. */
export async function openHdf5(path: string, name: string): Promise<MatFile> {
  const library = await ready;
  // Else the library writes its own account of each error to the terminal.
  library.activate_throwing_error_handler();
  const file = attempt(name, () => new File(path, "r"));
  try {
    return { variables: attempt(name, () => listVariables(file, "", name)), close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Matrices of a group and of the structs in it; MATLAB's own bookkeeping left out. */
function listVariables(group: Group, prefix: string, file: string): MatVariable[] {
  return group.keys().flatMap((key) => {
    if (key.startsWith("#")) return [];
    const entity = group.get(key);
    if (entity === null) return [];
    if ("keys" in entity && entity.type === "Group") return listVariables(entity as Group, `${prefix}${key}.`, file);
    const dataset = entity as Dataset;
    const { shape } = dataset;
    if (dataset.type !== "Dataset" || !shape || shape.length !== 2 || typeof dataset.dtype !== "string") return [];
    const [columns, rows] = shape;
    return [{ name: `${prefix}${key}`, rows, columns, read: () => readColumns(dataset, columns, rows, file) }];
  });
}

async function* readColumns(
  dataset: Dataset,
  columns: number,
  rows: number,
  file: string,
): AsyncGenerator<Float64Array> {
  const chunk = dataset.metadata.chunks?.[0] ?? 1;
  const wanted = Math.max(1, Math.floor(SLAB / (8 * rows)));
  const count = Math.max(chunk, Math.floor(wanted / chunk) * chunk);
  for (let first = 0; first < columns; first += count) {
    const end = Math.min(first + count, columns);
    const slab = attempt(file, () => dataset.slice([[first, end], []]));
    if (!ArrayBuffer.isView(slab)) throw refuseMat(file, "holds something other than numbers");
    const numbers =
      slab instanceof Float64Array ? slab : Float64Array.from(slab as unknown as ArrayLike<number>, Number);
    for (let at = 0; at < numbers.length; at += rows) yield numbers.subarray(at, at + rows);
    await turn();
  }
}

/** The library tells an error from the outermost call to its cause, each behind the name of a function. */
function explain({ message }: Error): string {
  const causes = [...message.matchAll(/\(\): (.+)$/gm)].map(([, cause]) => cause);
  return causes.at(-1) ?? message.split("\n")[0];
}

/** What the library throws is a damaged file. @throws {InputError} `not-a-mat-file`. */
function attempt<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw refuseMat(name, `is damaged or cut short (${explain(error as Error)})`);
  }
}
