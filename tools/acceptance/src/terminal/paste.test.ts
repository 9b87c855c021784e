import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { blocksOf } from "../pages/pages.ts";
import { openTerminal, whyNoTerminal } from "./pseudo-terminal.ts";

const reason = whyNoTerminal();
if (reason !== null) console.warn(`Nothing is pasted into a terminal: ${reason}.`);

/** Every command is a process of its own. */
const PASTE_MS = 90_000;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-paste-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** What a pager does to pasted lines: it takes them as keys. */
const SWALLOWS = "#!/bin/sh\ncat > /dev/null\nhead -n 3 < /dev/tty > /dev/null\n";

describe.skipIf(reason !== null)("the five jobs of the README", () => {
  it("run to their last line if all blocks are pasted at once into a small terminal", { timeout: PASTE_MS }, async () => {
    const [launch = ""] = blocksOf("README.md", "yaml");
    const lines = blocksOf("README.md", "cli").flatMap((block) => block.trim().split("\n"));
    const pager = join(home, "pager");
    await writeFile(join(home, "launch.yaml"), launch);
    await writeFile(pager, SWALLOWS);
    await chmod(pager, 0o755);
    const rc = [
      "bind 'set enable-bracketed-paste off'",
      "PS1='ready> '",
      `zoom-webinar() { "${process.execPath}" "${APPS.cli}" "$@"; local code=$?; echo "$code $1 $2" >> "$HOME/ran"; return $code; }`,
    ];
    await writeFile(join(home, "bashrc"), `${rc.join("\n")}\n`);
    const env = { PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: join(home, "home"), PAGER: pager };
    const terminal = openTerminal(["bash", "--noprofile", "--rcfile", join(home, "bashrc"), "-i"], { columns: 80, rows: 24, env, cwd: home });
    try {
      await terminal.shows(/ready>$/m);
      terminal.press(`${lines.join("\n")}\necho pasted-$((40 + 2))\n`);
      await terminal.shows(/pasted-42/);
    } finally {
      terminal.kill();
      await terminal.ended;
    }
    const typed = lines.flatMap((line) => [...line.matchAll(/zoom-webinar (\S+) (\S+)/g)].map(([, group, verb]) => `0 ${group} ${verb}`));
    const ran = (await readFile(join(home, "ran"), "utf8")).trim().split("\n");
    expect(ran.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(typed.map((line) => line.split(" ").slice(0, 2).join(" ")));
  });
});
