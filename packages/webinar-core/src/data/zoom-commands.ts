import type { AccountAccess } from "../account/account.ts";
import { accountFlags, commandIn } from "../account/account-flags.ts";
import type { Trail } from "./jobs.ts";

/** What is left to do at Zoom. */
export interface ZoomCommands {
  /** For webinars in whose files the person was found. */
  commands: string[];
  /** For webinars in whose files they may be: Zoom may know nobody of this address there. */
  guesses: string[];
}

/** A job that holds somebody, or whose files could not be looked into. */
export interface Concerned {
  job: Trail;
  isSure: boolean;
}

/** A command for the world that a job is of: the emulator, or the real account. What an earlier version noted is taken for the account of this run. */
export const commandFor = ({ world }: Trail, account: Pick<AccountAccess, "inForce">, words: string): string => {
  const { source, apiBaseUrl } = account.inForce;
  // An emulator that listens at an address is named by variables, which this run has if it is there.
  const isHere = typeof world === "string" ? source === "emulator" || apiBaseUrl !== undefined : source !== "emulator";
  if (world === undefined || isHere) return commandIn(account, words);
  return ["zoom-webinar", words, ...accountFlags({ isEmulator: world !== null, profile: null })].join(" ");
};

/** The commands that take somebody off the lists of Zoom, as far as jobs tell where they are. */
export const zoomCommands = (email: string, concerned: readonly Concerned[], account: Pick<AccountAccess, "inForce">): ZoomCommands => {
  const shown = `'${email.replaceAll("'", "'\\''")}'`;
  const sure = new Set<string>();
  const perhaps = new Set<string>();
  for (const { job, isSure } of concerned) {
    const { webinar, role } = job;
    if (webinar === null) continue;
    const registrant = commandFor(job, account, `registrants delete ${webinar} ${shown}`);
    const panelist = commandFor(job, account, `panelists remove ${webinar} ${shown}`);
    if (role === null) perhaps.add(registrant).add(panelist);
    else (isSure ? sure : perhaps).add(role === "registrant" ? registrant : panelist);
  }
  const guesses = [...perhaps].filter((command) => !sure.has(command)).sort();
  const isNowhere = sure.size === 0 && guesses.length === 0;
  return { commands: isNowhere ? [commandIn(account, `registrants delete WEBINAR_ID ${shown}`)] : [...sure].sort(), guesses };
};
