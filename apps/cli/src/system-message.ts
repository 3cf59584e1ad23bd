import { showPath } from "./paths.ts";

/** What the system refused, and what to do, by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not read or write it: change its rights, or name another place",
  EPERM: "you may not read or write it: change its rights, or name another place",
  EROFS: "it is on a disk that can only be read: name another place",
  ENOSPC: "the disk is full: make room, or name another place",
  EDQUOT: "your share of the disk is used up: make room, or name another place",
  ENOTDIR: "a part of its path is a file and no folder",
  EISDIR: "it is a folder where a file is needed",
  ENOENT: "it is not there",
  EEXIST: "it is there already",
  ENOTEMPTY: "it is not empty",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead round in a circle",
  EBUSY: "another program uses it",
  EIO: "the disk cannot be read or written there",
  EFBIG: "it is larger than a file may be there",
  EMFILE: "too many files are open: allow more (ulimit -n)",
  ENFILE: "too many files are open on this machine",
};

/** Codes of what the user can put right. */
export const SYSTEM_CODES: ReadonlySet<string> = new Set(Object.keys(REASONS));

/** A refusal of the system as a sentence: what it is about, why, and the code to look up. */
export function sayRefusal({ code = "", path, dest, message }: NodeJS.ErrnoException & { dest?: string }): string {
  const reason = REASONS[code];
  if (!reason) return `${message}.`;
  // What is written under another name first is said by its own.
  const named = [path, dest].flatMap((place) => place?.replace(/\.(new|old)-[^/]*$/, "") ?? []);
  const places = [...new Set(named)].map(showPath);
  const subject = places.length > 0 ? places.join(" → ") : "A file";
  return `${subject}: ${reason} (${code}).`;
}
