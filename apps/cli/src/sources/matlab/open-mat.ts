import { closeSync, readSync } from "node:fs";
import { showPath } from "../../paths.ts";
import { openInput } from "../../store/input-file.ts";
import { recogniseKind } from "../file-kind.ts";
import { openLevel5 } from "./level5-mat.ts";
import { type MatFile, refuseMat } from "./mat-variable.ts";

/** Where HDF5 may begin: at once, or behind the heading that MATLAB writes. */
const SIGNATURE = "\x89HDF\r\n\x1a\n";
const USER_BLOCK = 512;

/** Open a MATLAB file of version 7.3 (HDF5) or 5 to 7. @throws {InputError} `not-a-mat-file`. */
export async function openMat(path: string): Promise<MatFile> {
  const name = showPath(path);
  const head = Buffer.alloc(USER_BLOCK + SIGNATURE.length);
  const file = openInput(path);
  const read = readSync(file, head);
  closeSync(file);
  const at = (place: number) => head.toString("latin1", place, place + SIGNATURE.length) === SIGNATURE;
  if (at(0) || at(USER_BLOCK)) {
    // Its library takes longer to load than most commands take.
    const { openHdf5 } = await import("./hdf5-mat.ts");
    return openHdf5(path, name);
  }
  if (read > 128 && head.toString("latin1", 0, 6) === "MATLAB") return openLevel5(path, name);
  const kind = recogniseKind(path);
  throw kind
    ? refuseMat(name, kind.message, kind.hint)
    : refuseMat(name, "is no MATLAB file of version 5 or later", "save it in MATLAB with -v7.3");
}
