import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** What V8 made of a program's files, from one start to the next. */
export interface CompiledCode {
  /** Compiles a file's text to a script, with what an earlier start kept of it. */
  compile(path: string, text: Buffer, wrap: (text: string) => string): Script;
  /** Keeps what was compiled, for the next start. Throws nothing: a start without it is slower, and that is all. */
  keep(): void;
}

const DIGEST_BYTES = 32;
/** Smaller files are compiled each time: to read and check what was kept takes time, too. */
const LEAST_BYTES = 80 * 1024;

/** V8 runs damaged code without a check. */
const digestOf = (text: Buffer, code: Buffer): Buffer => createHash("sha256").update(text).update(code).digest();

/** Kept code is run as it is, so only its owner may be able to write there. */
const isOwn = (folder: string): boolean => {
  if (process.platform === "win32") return true;
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
};

const readKept = (path: string, text: Buffer): Buffer | undefined => {
  try {
    const kept = readFileSync(path);
    const code = kept.subarray(DIGEST_BYTES);
    return kept.subarray(0, DIGEST_BYTES).equals(digestOf(text, code)) ? code : undefined;
  } catch {
    return undefined; // none yet
  }
};

/**
 * Opens the folder for one version of a program; kept code of other versions, and of another Node, is removed when this version first keeps its own. Without a folder
 * of its own that only its owner may write to, nothing is read. `leastBytes`: smaller files are compiled each time.
 */
export const openCompiled = (folder: string, version: string, leastBytes = LEAST_BYTES): CompiledCode => {
  const own = join(folder, `${version}-${process.versions.v8}-${process.arch}`);
  const isReadable = isOwn(folder) && isOwn(own);
  const made: { readonly path: string; readonly text: Buffer; readonly script: Script }[] = [];
  return {
    compile: (path, text, wrap) => {
      const source = wrap(text.toString("utf8"));
      if (text.length < leastBytes) return new Script(source, { filename: path });
      const file = join(own, basename(path));
      const cachedData = isReadable ? readKept(file, text) : undefined;
      const script = new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
      if (cachedData === undefined || script.cachedDataRejected === true) made.push({ path: file, text, script });
      return script;
    },
    keep: () => {
      if (made.length === 0) return;
      try {
        mkdirSync(own, { recursive: true, mode: 0o700 });
        if (!isOwn(folder) || !isOwn(own)) return;
        for (const name of readdirSync(folder)) if (name !== basename(own)) rmSync(join(folder, name), { recursive: true, force: true });
        for (const { path, text, script } of made) {
          const code = script.createCachedData();
          const part = join(dirname(path), `.${process.pid}-${basename(path)}`);
          writeFileSync(part, Buffer.concat([digestOf(text, code), code]), { mode: 0o600, flag: "wx" });
          renameSync(part, path);
        }
      } catch {
        // A full disk, a folder that may not be written to: the next start compiles again.
      }
    },
  };
};
