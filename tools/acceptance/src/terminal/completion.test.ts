import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { openTerminal, whyNoTerminal } from "./pseudo-terminal.ts";

/** How each shell starts without the files of whoever runs the tests, and reads our script. */
const SHELLS = [
  { name: "bash", start: (script: string) => ["bash", "--noprofile", "--rcfile", script, "-i"], rc: (script: string) => `PS1='ready> '\n${script}` },
  {
    name: "zsh",
    start: () => ["zsh", "-i"],
    rc: (script: string) => `PS1='ready> '\nautoload -U compinit && compinit -u -D\nunsetopt LIST_BEEP\n${script}`,
  },
  {
    name: "fish",
    start: (script: string) => ["fish", "--no-config", "--init-command", `source ${script}`],
    rc: (script: string) =>
      `function fish_prompt; echo -n 'ready> '; end\nfunction fish_greeting; end\nset -g fish_autosuggestion_enabled 0\n${script}`,
  },
] as const;

const isInstalled = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-completion-"));
  await mkdir(join(home, "bin"));
  await writeFile(join(home, "bin/zoom-webinar"), `#!/bin/sh\nexec "${process.execPath}" "${APPS.cli}" "$@"\n`);
  await chmod(join(home, "bin/zoom-webinar"), 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe.each(SHELLS)("completion in a real $name", ({ name, start, rc }) => {
  const reason = whyNoTerminal() ?? (isInstalled(name) ? null : `${name} is not on this machine (Debian: ${name})`);
  if (reason !== null) console.warn(`Completion in ${name} is not tried: ${reason}.`);

  it.skipIf(reason !== null)("finishes a verb and lists the flags of a command", { timeout: 20_000 }, async () => {
    const { stdout: script } = spawnSync(process.execPath, [APPS.cli, "completion", name], { encoding: "utf8" });
    const file = join(home, name === "zsh" ? ".zshrc" : `${name}.rc`);
    await writeFile(file, rc(script));
    const env = { PATH: `${join(home, "bin")}:${process.env.PATH}`, HOME: home, ZDOTDIR: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
    const terminal = openTerminal(start(file), { columns: 100, env, cwd: home });
    try {
      await terminal.shows(/ready>$/m);
      terminal.press("zoom-webinar registrants appr\t");
      await terminal.shows(/registrants approve/);
      terminal.press("\u0015"); // clears the line
      terminal.press("zoom-webinar registrants list 95312345678 --stat\t");
      await terminal.shows(/--status/);
      terminal.press(" \t\t");
      await terminal.shows(/denied/);
      expect(terminal.screen()).toMatch(/pending[\s\S]*approved[\s\S]*denied|approved[\s\S]*denied[\s\S]*pending/);
    } finally {
      terminal.kill();
      await terminal.ended;
    }
  });
});
