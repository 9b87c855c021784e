import type { Reader } from "./reader.ts";

/** Values for an argument, best first. */
export interface Completion {
  readonly values: readonly string[];
  /** How many there are in all. */
  readonly total: number;
}

/** Source: MCP, Completion: at most 100 values. */
const MOST_VALUES = 100;
/** Longer than it takes to type; short enough that a new webinar is soon there. */
const KEPT_MS = 60_000;
/** Hosts whose webinars are looked through: each costs a call to Zoom while somebody types. */
const MOST_HOSTS = 20;

/** Something that can be chosen: its id, and what people know it by. */
interface Choice {
  readonly value: string;
  readonly name: string;
}

type Source = (signal: AbortSignal) => Promise<readonly Choice[]>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const rowsOf = (output: Record<string, unknown>, name: string): Record<string, unknown>[] =>
  Array.isArray(output[name]) ? (output[name] as Record<string, unknown>[]) : [];

/** Keeps an answer for a while; a failed one is not kept. */
const kept = (source: Source, nowMs: () => number): Source => {
  let known: { choices: readonly Choice[]; untilMs: number } | undefined;
  return async (signal) => {
    if (known && nowMs() < known.untilMs) return known.choices;
    const choices = await source(signal);
    known = { choices, untilMs: nowMs() + KEPT_MS };
    return choices;
  };
};

/** Arguments of templates and prompts that can be completed, by their names. Values are what a call takes: ids, found also by topic or name. */
export const createCompletions = ({ read, session, catalog }: Reader) => {
  const nowMs = () => session.clock.monotonic();
  const users: Source = kept(async (signal) => {
    const { output } = await read("get_users", { page_size: 300 }, signal);
    // Who has no licence for it cannot host.
    return rowsOf(output, "users")
      .filter(({ licence }) => licence !== "basic")
      .map((user) => ({ value: text(user.email) || text(user.id), name: text(user.name) }));
  }, nowMs);
  const webinars: Source = kept(async (signal) => {
    const hosts = (await users(signal)).slice(0, MOST_HOSTS);
    const lists = await Promise.all(
      // A host without the add-on has no webinars; that is not a reason to complete nothing.
      hosts.map(({ value }) => read("list_webinars", { user_id: value, page_size: 300 }, signal).catch(() => ({ output: {} }))),
    );
    return lists.flatMap(({ output }) => rowsOf(output, "webinars")).map(({ id, topic }) => ({ value: text(id), name: text(topic) }));
  }, nowMs);
  const zones: Source = async () => ["UTC", ...Intl.supportedValuesOf("timeZone")].map((value) => ({ value, name: value.replaceAll("_", " ") }));
  const tools: Source = async () => catalog.map(({ tool, title }) => ({ value: tool, name: title }));
  const sources: Readonly<Record<string, Source>> = { webinar_id: webinars, host: users, timezone: zones, tool: tools };

  /** Empty for an argument that has no choices, and if Zoom does not answer: completing is a help, not a promise. */
  return async (argument: string, typed: string, signal: AbortSignal): Promise<Completion> => {
    const source = Object.hasOwn(sources, argument) ? sources[argument] : undefined;
    const choices = (await source?.(signal).catch(() => [])) ?? [];
    const wanted = typed.trim().toLowerCase();
    const fits = choices.filter(({ value, name }) => value !== "" && (value.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted)));
    const starts = ({ value, name }: Choice) => value.toLowerCase().startsWith(wanted) || name.toLowerCase().startsWith(wanted);
    const values = [...new Set([...fits.filter(starts), ...fits].map(({ value }) => value))];
    return { values: values.slice(0, MOST_VALUES), total: values.length };
  };
};

export type Complete = ReturnType<typeof createCompletions>;
