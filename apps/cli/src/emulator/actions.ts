/** Something that is done to a stand-in, or looked up in it, past Zoom's API. */
export interface Action {
  summary: string;
  argument?: string;
  argumentHelp?: string;
  method: "GET" | "POST";
  path(argument: string): string;
  /** Undefined: no body. Null: the argument makes no sense. */
  body?(argument: string): Readonly<Record<string, unknown>> | null;
  /** What is said where the stand-in answers nothing. */
  done: string;
  /** Name of the list in its answer. */
  rows?: string;
  columns?: readonly string[];
  /** Fields that are too long for people; --json has them. */
  omitted?: readonly string[];
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "90m" → 5400000; null for what is no duration. */
export const toMs = (text: string): number | null => {
  const [, amount, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  return amount === undefined ? null : Number(amount) * UNITS[unit as keyof typeof UNITS];
};

/** By verb. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  mails: {
    summary: "Show every mail that Zoom would have sent.",
    method: "GET",
    path: () => "/emulator/mails",
    done: "No mails.",
    rows: "mails",
    columns: ["at", "to", "kind", "webinar_id", "reason"],
  },
  state: {
    summary: "Show the stand-in's people and webinars.",
    method: "GET",
    path: () => "/emulator/state",
    done: "Nothing.",
    omitted: ["scopes"],
  },
  reset: {
    summary: "Start again with fresh demo data.",
    method: "POST",
    path: () => "/emulator/reset",
    done: "The stand-in holds fresh demo data.",
  },
  start: {
    summary: "Open a webinar, as its host would: Zoom's API cannot.",
    argument: "webinar-id",
    argumentHelp: "which webinar",
    method: "POST",
    path: (id) => `/emulator/webinars/${id.replace(/\D/g, "")}/start`,
    done: "Started.",
  },
  end: {
    summary: "End a webinar, as its host would.",
    argument: "webinar-id",
    argumentHelp: "which webinar",
    method: "POST",
    path: (id) => `/emulator/webinars/${id.replace(/\D/g, "")}/end`,
    done: "Ended.",
  },
  advance: {
    summary: "Move the stand-in's clock ahead.",
    argument: "duration",
    argumentHelp: "such as 90m, 2h or 7d",
    method: "POST",
    path: () => "/emulator/clock",
    body: (text) => {
      const ms = toMs(text);
      return ms === null ? null : { advance_ms: ms };
    },
    done: "Advanced.",
  },
};
