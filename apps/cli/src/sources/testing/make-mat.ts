import { deflateSync } from "node:zlib";
import { File, type Group, ready } from "h5wasm/node";

/** A matrix as rows. */
export type Rows = readonly (readonly number[])[];

/** Write a struct of matrices as MATLAB does with `-v7.3`: HDF5, dimensions the other way round. */
export async function writeHdf5Mat(
  path: string,
  struct: string | null,
  fields: Readonly<Record<string, Rows>>,
): Promise<void> {
  await ready;
  const file = new File(path, "w");
  if (struct) file.create_group(struct);
  const group = struct ? (file.get(struct) as Group) : file;
  for (const [name, rows] of Object.entries(fields))
    group.create_dataset({ name, data: Float64Array.from(listByColumn(rows)), shape: [rows[0].length, rows.length] });
  file.close();
}

/** A struct of matrices, or matrices alone, as a MATLAB file of level 5. */
export function makeLevel5Mat(
  struct: string | null,
  fields: Readonly<Record<string, Rows>>,
  compressed: boolean,
): Buffer {
  const header = Buffer.alloc(128, " ");
  header.write("MATLAB 5.0 MAT-file, made for a test");
  header.writeUInt16LE(0x0100, 124);
  header.write("IM", 126);
  const variables = struct
    ? [makeStruct(struct, fields)]
    : Object.entries(fields).map(([name, rows]) => makeMatrix(name, rows));
  const elements = variables.map((variable) => {
    if (!compressed) return variable;
    const deflated = deflateSync(variable);
    return Buffer.concat([tag(15, deflated.length), deflated]);
  });
  return Buffer.concat([header, ...elements]);
}

function makeStruct(name: string, fields: Readonly<Record<string, Rows>>): Buffer {
  const width = 32;
  const names = Buffer.alloc(width * Object.keys(fields).length);
  for (const [k, field] of Object.keys(fields).entries()) names.write(field, k * width);
  return element(
    14,
    Buffer.concat([
      ...[element(6, words(2, 0)), element(5, words(1, 1)), element(1, Buffer.from(name))],
      ...[small(5, words(width)), element(1, names)],
      ...Object.values(fields).map((rows) => makeMatrix("", rows)),
    ]),
  );
}

function makeMatrix(name: string, rows: Rows): Buffer {
  const data = Buffer.from(Float64Array.from(listByColumn(rows)).buffer);
  const head = [element(6, words(6, 0)), element(5, words(rows.length, rows[0].length)), element(1, Buffer.from(name))];
  return element(14, Buffer.concat([...head, element(9, data)]));
}

function listByColumn(rows: Rows): number[] {
  return rows[0].flatMap((_, column) => rows.map((row) => row[column]));
}

function words(...values: number[]): Buffer {
  return Buffer.from(Int32Array.from(values).buffer);
}

function tag(type: number, length: number): Buffer {
  return words(type, length);
}

function element(type: number, data: Buffer): Buffer {
  return Buffer.concat([tag(type, data.length), data, Buffer.alloc((8 - (data.length % 8)) % 8)]);
}

/** Four bytes of data within the tag. */
function small(type: number, data: Buffer): Buffer {
  return Buffer.concat([words((data.length << 16) | type), data]);
}
