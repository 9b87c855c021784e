import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileStore } from "./file-store.ts";

const KILLS = process.env.FAULTS === "long" ? 500 : 20;
const AT_ONCE = 4;
const BUILT = resolve(import.meta.dirname, "../../dist/index.js");
/** Long enough that writing it takes a while. */
const LENGTH = 200_000;

/** Writes one value after the other, each of a single letter; says when it has begun, and what a write failed with. */
const WRITER = `
  import { fileStore } from ${JSON.stringify(BUILT)};
  const [folder, writes] = process.argv.slice(1);
  process.on("SIGXFSZ", () => {}); // else the limit on file sizes ends the process instead of failing the write
  const store = fileStore({ folder });
  for (let turn = 0; turn < Number(writes); turn++) {
    await store.set("profiles", String.fromCharCode(97 + turn % 26).repeat(${LENGTH})).catch((error) => console.log(error.code, error.details.errno));
    if (turn === 0) console.log("begun");
  }
`;

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "zw-torn-")), "state");
});
afterEach(() => rm(resolve(folder, ".."), { recursive: true }));

const node = ["--input-type=module", "-e", WRITER];
const start = (writes: string, limit?: number): ChildProcess =>
  limit === undefined
    ? spawn(process.execPath, [...node, folder, writes], { stdio: ["ignore", "pipe", "inherit"] })
    : spawn("/bin/sh", ["-c", `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, ...node, folder, writes], {
        stdio: ["ignore", "pipe", "inherit"],
      });
const said = async (child: ChildProcess): Promise<string> => {
  let text = "";
  for await (const chunk of child.stdout ?? []) text += String(chunk);
  return text;
};

const values = async () => (await readdir(folder)).filter((name) => name.endsWith(".json"));

/** What is there is one whole value, and nothing that is there may be read by others. */
const assertWhole = async () => {
  const { value } = (await fileStore({ folder }).get("profiles")) ?? { value: "" };
  expect([value.length, new Set(value).size]).toEqual([LENGTH, 1]);
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null); // a temporary file of a writer that still lives may be gone
    expect((found?.mode ?? 0) & 0o077).toBe(0);
  }
};

describe("files with secrets", () => {
  it(`are whole and private after each of ${KILLS} kills in the middle of writing`, async () => {
    await fileStore({ folder }).set("profiles", "z".repeat(LENGTH));
    const killOne = async (at: number) => {
      const child = start("1000000000");
      await once(child.stdout as NonNullable<ChildProcess["stdout"]>, "data");
      // Spread over the length of a write, which takes a few milliseconds.
      await new Promise((done) => setTimeout(done, (at * 7) % 10));
      child.kill("SIGKILL");
      await once(child, "exit");
      await assertWhole();
    };
    for (let done = 0; done < KILLS; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => killOne(done + at)));
  }, 300_000);

  it("stay as they were if the disk takes no more, or only a part, and no part is left behind", async () => {
    await fileStore({ folder }).set("profiles", "z".repeat(LENGTH));
    const [name = ""] = await values();
    const before = await readFile(join(folder, name), "utf8");
    for (const blocks of [0, 100]) {
      const child = start("1", blocks);
      expect(await said(child)).toBe("zoom_unavailable EFBIG\nbegun\n");
      expect([(await readdir(folder)).filter((left) => left !== "swept"), await readFile(join(folder, name), "utf8")]).toEqual([[name], before]);
    }
  });

  it.skipIf(process.getuid?.() !== 0)("are refused if they belong to somebody else (tried as root only)", async () => {
    const store = fileStore({ folder });
    await store.set("profiles", "mine");
    const [name = ""] = await values();
    await chown(join(folder, name), 12_345, 12_345);
    await expect(store.get("profiles")).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("belongs to another user") });
    await chown(folder, 12_345, 12_345);
    await expect(fileStore({ folder }).set("profiles", "x")).rejects.toMatchObject({ message: expect.stringContaining("belongs to another user") });
  });
});
