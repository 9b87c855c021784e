import { readFile, stat } from "node:fs/promises";
import type { FileAccess } from "../files/file-access.ts";
import type { AddressFinder } from "./address-forms.ts";

/** Whether a file outside the state folder holds somebody. `unread`: it is gone, or may not or cannot be read. */
export type Trace = "held" | "free" | "unread";

/** Whom to look for. */
export interface Looked {
  finder: AddressFinder;
  /** What stands for them in exports without names. */
  pseudonym: string;
}

/** A larger file is not looked into: it would take the memory of the process. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Looks into files that imports read, or that imports and exports wrote, each once. Never throws. */
export const traceReader = (files: FileAccess, { finder, pseudonym }: Looked): ((path: string) => Promise<Trace>) => {
  const known = new Map<string, Promise<Trace>>();
  const look = async (path: string): Promise<Trace> => {
    try {
      const real = await files.toRead(path);
      if ((await stat(real)).size > MOST_BYTES) return "unread";
      const bytes = await readFile(real);
      return finder.isIn(bytes) || bytes.includes(pseudonym) ? "held" : "free";
    } catch {
      return "unread";
    }
  };
  return (path) => {
    const found = known.get(path) ?? look(path);
    known.set(path, found);
    return found;
  };
};
