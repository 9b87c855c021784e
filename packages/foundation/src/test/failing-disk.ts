import { type Disk, systemDisk } from "../store/disk.ts";

/** What a test decides of each act: an errno to fail with, null to let it be. */
export type Verdict = (act: string, path: string) => string | null;

const failure = (errno: string, act: string, path: string) =>
  Object.assign(new Error(`${errno}: ${act} '${path}'`), { code: errno, syscall: act, path });

/** A disk that fails where a test says so, also at the acts on an open file: `write`, `chmod`, `sync`, `close`. For tests only. */
export const failingDisk = (verdict: Verdict): Disk => {
  const checked = <Given extends readonly unknown[], Result>(act: string, path: string, run: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      const errno = verdict(act, path);
      if (errno !== null) throw failure(errno, act, path);
      return run(...given);
    };
  };
  const acts = ["lstat", "mkdir", "readdir", "readFile", "rename", "rm", "rmdir", "stat", "unlink", "utimes"] as const;
  const wrapped = Object.fromEntries(
    acts.map((act) => [
      act,
      (path: string, ...rest: unknown[]) => checked(act, path, () => Reflect.apply(systemDisk[act], systemDisk, [path, ...rest]))(),
    ]),
  );
  const open = async (path: string, flags: string, mode?: number) => {
    const file = await checked("open", path, () => systemDisk.open(path, flags, mode))();
    file.writeFile = checked("write", path, file.writeFile.bind(file));
    file.chmod = checked("chmod", path, file.chmod.bind(file));
    file.sync = checked("sync", path, file.sync.bind(file));
    const close = file.close.bind(file);
    file.close = async () => {
      await close(); // the number is given back also where closing reports a fault
      await checked("close", path, async () => undefined)();
    };
    return file;
  };
  // The overloads of node:fs cannot be followed one by one.
  return { ...wrapped, open } as unknown as Disk;
};
