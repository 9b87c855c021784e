import { EXIT_CODES } from "@zoom-webinar/foundation";
import { type DoctorReport, doctor, type Finding, type Severity } from "@zoom-webinar/webinar-core";
import type { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import type { Display } from "../globals.ts";
import { type Io, write } from "../io.ts";
import { openFor } from "../operation/run-command.ts";
import { toJson } from "../output/json.ts";
import { paint } from "../output/paint.ts";
import { safeLine } from "../output/safe-text.ts";
import { readSettings } from "../settings.ts";

/** Gives the `doctor` command its flags and action; the exit code goes by the worst finding, and is handed to `setCode`. */
export const buildDoctorCommand = (
  command: Command,
  deps: CliDeps,
  display: Display,
  globals: () => Record<string, unknown>,
  setCode: (code: number) => void,
): Command =>
  command
    .description(
      "Look whether everything is as it must be: credentials, token, clock, scopes, webinar add-on, limits, proxy, versions. Changes nothing.",
    )
    .option(
      "--for <words>",
      "tasks (hosts,plan,prepare,register,run,results,quality), resources or operations in use (default: all that may be called)",
    )
    .addHelpText("after", "\nExit codes: 0 nothing worse than a note, 7 a warning; for an error that of the call that would fail: 4, 5, 6 …")
    .action(async () => {
      const { io, version } = deps;
      const words: unknown = command.opts().for;
      const opened = await openFor(readSettings(globals(), io.env), deps);
      try {
        const inUse = typeof words === "string" ? words.split(",").map((word) => word.trim()) : [];
        const report = await doctor(opened.session, deps.catalog, { for: inUse, env: io.env, version });
        await write(io.stdout, display.json ? `${toJson(report, 2)}\n` : toText(report, io, display));
        setCode(codeOf(report));
      } finally {
        await opened.close();
      }
    });

const codeOf = ({ severity, code }: DoctorReport): number => {
  if (severity === "error") return EXIT_CODES[code ?? "internal"];
  return severity === "warning" ? EXIT_CODES.partial : 0;
};

const toText = ({ findings }: DoctorReport, { stdout }: Io, display: Display): string => {
  const isColored = display.isColored(stdout);
  return findings.map((finding) => lineOf(finding, isColored)).join("");
};

const WIDTH = "warning".length;

const lineOf = ({ severity, check, message, hint }: Finding, isColored: boolean): string => {
  const word = severity.padEnd(WIDTH);
  const shown = isColored ? paint(STYLES[severity], word) : word;
  const indent = " ".repeat(WIDTH + 2);
  return `${shown}  ${check.replaceAll("_", " ")}: ${safeLine(message)}\n${hint === null ? "" : `${indent}${safeLine(hint)}\n`}`;
};

const STYLES: Readonly<Record<Severity, "red" | "dim" | "bold">> = { ok: "dim", note: "dim", warning: "bold", error: "red" };
