import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { groupsOf } from "./groups.ts";
import { OWN_COMMANDS } from "./own-commands.ts";
import { wrapped } from "./width.ts";

const SECTIONS = ["Plan", "People", "Run", "Look back", "Account"];

/** The first help that anybody sees: what people do first, and every resource in one line. */
export const rootHelp = (catalog: Catalog, width: number): string => {
  const first = catalog.filter((entry) => entry.first !== undefined).sort((a, b) => (a.first ?? 0) - (b.first ?? 0));
  const examples = first.flatMap(({ examples: [example] }) => example ?? []);
  const groups = groupsOf(catalog).map(({ name, section, verbs }) => ({
    name,
    section,
    text: verbs.flatMap((verb) => (verb.isHidden ? [] : [verb.name])).join(", "),
  }));
  // A resource of the same name has its line already.
  const names = new Set(groups.map(({ name }) => name));
  const shortcuts = catalog.flatMap(({ alias, section, summary }) =>
    alias === undefined || names.has(alias) ? [] : [{ name: alias, section, text: summary }],
  );
  const own = Object.entries(OWN_COMMANDS).map(([name, { summary }]) => ({ name, section: "Account", text: summary }));
  const lines = [...shortcuts, ...groups, ...own].filter(({ text }) => text !== "");
  const known = [...SECTIONS, ...new Set(lines.map(({ section }) => section).filter((section) => !SECTIONS.includes(section)))];
  const widest = Math.max(...lines.map(({ name }) => name.length));
  return [
    "Usage: zoom-webinar <resource> <verb> [arguments] [flags]",
    wrapped("Run Zoom webinars from a terminal. First steps, on demo data:", width),
    ...examples.map((example) => `  zoom-webinar ${example} --emulator`),
    "",
    ...known.flatMap((section) => {
      const own = lines.filter((line) => line.section === section);
      // Beside names, a narrow terminal has no room for what they are.
      if (width < NARROW) return [section, ...own.map(({ name }) => `  ${name}`)];
      return own.map(({ name, text }, at) => cut(`${(at === 0 ? section : "").padEnd(SECTION_WIDTH)}${name.padEnd(widest)}  ${text}`, width));
    }),
    "",
    wrapped("Your own account: auth login, and then the same without --emulator.", width),
    wrapped("<resource> --help lists its verbs, <resource> <verb> --help its flags.", width),
    wrapped("help flags: --json, --csv, --emulator, --yes and what else goes with all.", width),
    "",
  ].join("\n");
};

const SECTION_WIDTH = Math.max(...SECTIONS.map(({ length }) => length)) + 2;

/** Columns below which a table of resources says nothing. */
const NARROW = 60;

const cut = (line: string, width: number): string => (line.length <= width ? line : `${line.slice(0, width - 3).replace(/,? ?[^ ]*$/, "")} …`);

/** What every command takes, and what its exit codes mean. */
export const FLAGS_NOTE = [
  "",
  "Those with a setting are also read from ZOOM_WEBINAR_<FLAG>, such as ZOOM_WEBINAR_SAFETY=read-only.",
  "Credentials: auth login, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET; or --emulator to try it without an account.",
  "",
  "Exit codes:",
  "  0    done",
  "  1    refused by Zoom",
  "  2    wrong input",
  "  3    not allowed, or not confirmed",
  "  4    credentials or scopes are missing",
  "  5    the plan or the role does not allow it",
  "  6    try again later",
  "  7    partly done",
  "  8    unknown whether it was done",
  "  130  interrupted",
].join("\n");
