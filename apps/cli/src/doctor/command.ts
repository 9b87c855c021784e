import { EXIT_CODES, PolicyError } from "@zoom-webinar/foundation";
import type { DoctorLiveAudit, DoctorReport, Finding, Severity } from "@zoom-webinar/webinar-core";
import type { LiveAuditReport } from "@zoom-webinar/webinar-core/doors";
import { doctor } from "@zoom-webinar/webinar-core/doors/doctor";
import type { Command } from "commander";
import type { Io } from "../io.ts";
import { terminalAsk } from "../operation/confirm.ts";
import { openFor } from "../operation/run-command.ts";
import type { CliOutput } from "../output/output.ts";
import { paint } from "../output/paint.ts";
import { safeLine } from "../output/safe-text.ts";
import type { OwnCall } from "../own-commands.ts";
import { readSettings, type Settings } from "../settings.ts";

/** Adds flags and action to the `doctor` command; the exit code goes by the worst finding, and is handed to `setCode`. */
export const buildDoctorCommand = ({ command, deps, output, globals, setCode }: OwnCall): Command =>
  command
    .description(
      "Check that everything works: credentials, token, clock, scopes, webinar add-on, limits, proxy, versions. Changes nothing without --live-audit.",
    )
    .option(
      "--for <words>",
      "tasks, resources or operations in use, separated by commas; tasks are hosts, plan, prepare, register, run, results and quality; if left out: all that may be called",
    )
    .option(
      "--live-audit [host]",
      "also make and remove one throwaway webinar of this host, to find out what Zoom's documents do not say about it; without a host: of the first that can; asks first",
    )
    .addHelpText("after", "\nExit codes: 0 nothing worse than a note, 7 a warning;\n  for an error that of the call that would fail: 4, 5, 6 …")
    .action(async () => {
      const { io, version } = deps;
      const { for: words, liveAudit: live }: { for?: string; liveAudit?: string | true } = command.opts();
      const settings = readSettings(globals(), io.env, deps.defaults);
      const opened = await openFor(settings, deps);
      try {
        const inUse = typeof words === "string" ? words.split(",").map((word) => word.trim()) : [];
        const liveAudit = live === undefined ? undefined : liveOptions(live, settings, io);
        const report = await doctor(opened.session, deps.catalog, { for: inUse, env: io.env, version, liveAudit });
        await output.show({ value: report, shape: SHAPE, text: () => toText(report, io, output, isDetailed(settings)) });
        setCode(codeOf(report));
      } finally {
        await opened.close();
      }
    });

const SHAPE = { list: "findings", columns: ["severity", "check", "message", "hint"] };

const codeOf = ({ severity, code }: DoctorReport): number => {
  if (severity === "error") return EXIT_CODES[code ?? "internal"];
  return severity === "warning" ? EXIT_CODES.partial : 0;
};

/** The person agrees before anything is made, unless they said so beforehand. Throws `PolicyError` if they say no, or nobody can be asked. */
const liveOptions = (host: string | true, { safety }: Settings, io: Io): DoctorLiveAudit => ({
  ...(host === true ? {} : { host }),
  signal: io.signal,
  onCreated: (id) => void io.stderr.write(`The throwaway webinar is ${id}.\n`),
  agree: async (what) => {
    if (safety !== "confirm") return;
    const ask = terminalAsk(io);
    if (ask === null) {
      throw new PolicyError("confirmation_required", `A live audit needs a confirmation. ${what}`, {
        hint: "Run it in a terminal to be asked, or with --yes to agree without being asked.",
      });
    }
    if (!(await ask(`${what}\nGo on?`)))
      throw new PolicyError("not_allowed", "Not confirmed; nothing was changed.", { hint: "Run it again and answer yes to go on." });
  },
});

/** What could not be found out is named one by one for whoever asks for detail. */
const isDetailed = ({ log }: Settings): boolean => log === "info" || log === "debug";

const toText = ({ findings, live_audit: live }: DoctorReport, { stdout }: Io, output: CliOutput, isWhole: boolean): string => {
  const isColored = output.isColored(stdout);
  return [...findings.map((finding) => lineOf(finding, isColored)), ...(live ? switchLines(live, isWhole) : [])].join("");
};

const switchLines = ({ switches, not_seen }: LiveAuditReport, isWhole: boolean): string[] => {
  const width = Math.max(...[...switches, ...(isWhole ? not_seen : [])].map(({ switch: name }) => name.length));
  const unseen = isWhole
    ? not_seen.map(({ switch: name, why }) => `${name.padEnd(width)}  not seen: ${safeLine(why)}\n`)
    : not_seen.length === 0
      ? []
      : [`${not_seen.length} more ${not_seen.length === 1 ? "switch was" : "switches were"} not seen: --verbose names each, and why.\n`];
  return [
    "\nHow to set the emulator's switches to be like this account (README of zoom-emulator):\n",
    ...switches.map(({ switch: name, holds, possible, seen }) => {
      const value = holds ?? (possible.length === 0 ? "none of the known" : possible.join(" or "));
      return `${name.padEnd(width)}  ${value} (${safeLine(seen)})\n`;
    }),
    ...unseen,
  ];
};

const WIDTH = "warning".length;

const lineOf = ({ severity, check, message, hint }: Finding, isColored: boolean): string => {
  // The gap behind the word is not painted: what does not fit the line goes on below the text behind it.
  const shown = `${isColored ? paint(STYLES[severity], severity) : severity}${" ".repeat(WIDTH - severity.length)}`;
  const indent = " ".repeat(WIDTH + 2);
  return `${shown}  ${check.replaceAll("_", " ")}: ${safeLine(message)}\n${hint === null ? "" : `${indent}${safeLine(hint)}\n`}`;
};

const STYLES: Readonly<Record<Severity, "red" | "dim" | "bold">> = { ok: "dim", note: "dim", warning: "bold", error: "red" };
