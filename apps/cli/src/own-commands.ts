import type { Command } from "commander";
import type { CommandLineDeps } from "./deps.ts";
import type { CliOutput } from "./output/output.ts";

/** What a command of the terminal's own is built with. */
export interface OwnCall {
  readonly command: Command;
  /** The word behind its name. */
  readonly verb: string | undefined;
  /** The whole command line. */
  readonly argv: readonly string[];
  readonly deps: CommandLineDeps;
  readonly output: CliOutput;
  /** The program's flags, once they are parsed. */
  globals(): Record<string, unknown>;
  setCode(code: number): void;
}

/** A command that no operation stands behind. */
export interface OwnCommand {
  readonly summary: string;
  /** Adds flags, verbs and actions to the command; returns the deepest command that was named. */
  build(call: OwnCall): Promise<Command>;
}

/** Every command of the terminal's own, by name; each is loaded when it is named. */
export const OWN_COMMANDS: Readonly<Record<string, OwnCommand>> = {
  auth: {
    summary: "login, status, refresh, logout, list",
    build: async (call) => (await import("./auth/command.ts")).buildAuthCommand(call),
  },
  config: {
    summary: "list, get, set, unset: your default host, zone and format",
    build: async (call) => (await import("./config/command.ts")).buildConfigCommand(call),
  },
  doctor: {
    summary: "check that sign-in, scopes and the rest work",
    build: async (call) => (await import("./doctor/command.ts")).buildDoctorCommand(call),
  },
  mcp: {
    summary: "let an AI assistant use this: install, uninstall, show, serve",
    build: async (call) => (await import("./mcp/command.ts")).buildMcpCommand(call),
  },
  skills: {
    summary: "teach an AI assistant complete tasks: install, list, show",
    build: async (call) => (await import("./skills/command.ts")).buildSkillsCommand(call),
  },
  operations: {
    summary: "find WORDS: look for a command in your own words",
    build: async (call) => (await import("./operations/command.ts")).buildOperationsCommand(call),
  },
  api: {
    summary: "METHOD PATH: call a Zoom endpoint that no command covers",
    build: async (call) => (await import("./api/command.ts")).buildApiCommand(call),
  },
  completion: {
    summary: "for bash, zsh, fish, powershell",
    build: async (call) => {
      const [{ buildCompletionCommand }, { SCRIPTS }] = await Promise.all([import("./completion/command.ts"), import("./completion/scripts.ts")]);
      return buildCompletionCommand(call, { own: Object.keys(OWN_COMMANDS), shells: SCRIPTS });
    },
  },
  version: {
    summary: "print the version",
    build: async ({ command, deps: { version }, output }) =>
      command
        .description("Print the version.")
        .action(() =>
          output.show({ value: { version, node: process.version, platform: process.platform, arch: process.arch }, text: () => `${version}\n` }),
        ),
  },
  emulator: {
    summary: "serve an emulator of Zoom, or inspect it",
    build: async (call) => (await import("./emulator/command.ts")).buildEmulatorCommand(call),
  },
};
