import { InputError } from "@tributary/core/errors";
import { isSystemError } from "../exit-code.ts";
import { showPath } from "../paths.ts";
import { readInputText } from "../store/input-file.ts";
import { sayRefusal } from "../system-message.ts";

/**
 * The text of a file that somebody named.
 *
 * @param what What it should be, for messages: "settings file".
 * @throws {InputError} `code`, where it is not there or no file.
 */
export function readText(path: string, code: string, what: string): string {
  try {
    return readInputText(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new InputError(code, `There is no ${what} ${showPath(path)}.`);
    throw new InputError(code, `No ${what} can be read. ${sayRefusal({ ...error, path, message: error.message })}`);
  }
}
