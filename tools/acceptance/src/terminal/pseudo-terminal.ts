import { spawn, spawnSync } from "node:child_process";
import { Terminal } from "@xterm/headless";

/** A program in a terminal, as a person has it before them. */
export interface PseudoTerminal {
  /** Presses keys, such as "y", "\r" for Enter, "\t" for Tab. */
  press(keys: string): void;
  /** What stands on the screen, and what has scrolled off it above: lines without trailing spaces. */
  screen(): string;
  /** Resolves once the screen shows this. Rejects with what it shows if the program ends before. */
  shows(pattern: RegExp): Promise<void>;
  /** Resolves to the exit code, once the program has ended and the screen shows all that it wrote. */
  ended: Promise<number | null>;
  kill(): void;
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

const isThere = (command: string, marker: string) => {
  const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return typeof stdout === "string" && stdout.includes(marker);
};

/**
 * Why there is no pseudo-terminal on this machine, null if there is one. It is made by `script` of util-linux, which every Debian has: a library for it would
 * need a compiler. The `script` of macOS takes other flags.
 */
export const whyNoTerminal = (): string | null =>
  isThere("script", "util-linux") ? null : "there is no `script` of util-linux on this machine (Debian: bsdutils)";

/** Starts a program in a terminal of so many columns. */
export const openTerminal = (
  command: readonly string[],
  { columns, rows = 60, env, cwd }: { columns: number; rows?: number; env: Readonly<Record<string, string>>; cwd: string },
): PseudoTerminal => {
  const terminal = new Terminal({ cols: columns, rows, scrollback: 500, allowProposedApi: true });
  const line = `stty cols ${columns} rows ${rows}; exec ${command.map(quoted).join(" ")}`;
  const child = spawn("script", ["--quiet", "--return", "--flush", "--command", line, "/dev/null"], {
    env: { SHELL: "/bin/sh", TERM: "xterm-256color", LANG: "C.UTF-8", ...env },
    cwd,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const screen = () => {
    const { active } = terminal.buffer;
    const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? "");
    return lines.join("\n").trimEnd();
  };
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };
  let isOver = false;
  const ended = new Promise<number | null>((done) => {
    child.on("close", (code) =>
      terminal.write("", () => {
        isOver = true;
        look();
        done(code);
      }),
    );
  });
  child.stdout.on("data", (data: Buffer) => terminal.write(data, look));
  child.stderr.on("data", (data: Buffer) => terminal.write(data, look));
  child.stdin.on("error", () => {}); // the program has ended: whoever waits for a text hears of it
  return {
    press: (keys) => child.stdin.write(keys),
    screen,
    shows: (pattern) =>
      new Promise((done, fail) => {
        const check = () => {
          const isShown = pattern.test(screen());
          if (!isShown && !isOver) return;
          waiting.delete(check);
          if (isShown) done();
          else fail(new Error(`The program ended, and the screen never showed ${pattern}:\n${screen()}`));
        };
        waiting.add(check);
        check();
      }),
    ended,
    kill: () => child.kill("SIGKILL"),
  };
};
