import { InputError, NotFoundError, RejectedError, UnavailableError } from "@zoom-webinar/foundation";
import type { Io } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import { quoted, quotedFor, shellOf } from "../shell-quotes.ts";
import type { Action, Typed } from "./actions.ts";
import { type World, worldOf } from "./world.ts";

interface Answer {
  status: number;
  text: string;
}

type Door = (method: Action["method"], path: string, body: string | undefined) => Promise<Answer>;

/**
 * Acts on an emulator, on a port or stored in a folder (see `worldOf`), and writes its answer, after the world if there were two to choose from.
 * Throws `InputError`, `NotFoundError` (no such webinar), `RejectedError`, or `UnavailableError` if nothing answers.
 */
export const act = async (
  action: Action,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  { io, output, isEmbedded }: { io: Io; output: CliOutput; isEmbedded: boolean },
): Promise<void> => {
  for (const [index, { name, help, accepts = () => true }] of (action.words ?? []).entries()) {
    const text = words[index] ?? "";
    if (accepts(text)) continue;
    const message = `expected ${help}, got ${JSON.stringify(text)}`;
    throw new InputError(`<${name}>: ${message}`, [{ field: name, message }]);
  }
  const world = worldOf(flags, { env: io.env, isEmbedded });
  const door = "url" in world ? remoteDoor(world, io.signal) : await storedDoor(world.folder);
  const ids = await withIds(action, words, door);
  const body = bodyOf(action, { words: ids, flags: fieldsOf(action, flags) });
  const { status, text } = await door(action.method, action.path(ids), body === undefined ? undefined : JSON.stringify(body));
  const answer = text === "" ? {} : answerIn(text);
  if (answer === null)
    throw new RejectedError(`The server at ${"url" in world ? world.url : world.folder} is not an emulator of ours (status ${status}).`, {
      hint: world.said === null ? "--url takes the address that zoom-webinar emulator --port prints." : ANOTHER_WORLD,
    });
  if (status >= 400) throw refused(status, answer, action, { ids, world: flagsOf(flags, io) });
  const { rows: list, columns, importance, omitted: hidden } = action;
  const done = "url" in world ? action.done : (action.doneStored ?? action.done);
  const found = list === undefined ? Object.keys(answer) : answer[list];
  const isSaid = action.method !== "GET" || (Array.isArray(found) && found.length === 0);
  if (world.said !== null) await output.remark(world.said);
  await output.show({
    ...(isSaid ? { sentence: typeof done === "string" ? done : done(answer, (io.now ?? Date.now)()) } : {}),
    value: answer,
    shape: { list, columns, importance, hidden },
  });
};

const ANOTHER_WORLD = "ZOOM_API_BASE_URL names it; --emulator means the world of that flag, --url or --folder another one.";

/** The words with a webinar's ID in place of its topic, or of a part of it that no other has. Throws `InputError` if several have it. */
const withIds = async ({ words: wanted = [] }: Action, words: readonly string[], door: Door): Promise<readonly string[]> => {
  const at = wanted.findIndex(({ kind }) => kind === "webinar");
  const topic = words[at]?.trim().toLowerCase() ?? "";
  if (!/\p{L}/u.test(topic)) return words;
  const { webinars } = answerIn((await door("GET", "/emulator/state", undefined)).text) ?? {};
  const known = (Array.isArray(webinars) ? webinars : []).map((one: { id: unknown; topic: unknown }) => ({
    id: String(one.id),
    topic: String(one.topic),
  }));
  const exact = known.filter((one) => one.topic.toLowerCase() === topic);
  const found = exact.length > 0 ? exact : known.filter((one) => one.topic.toLowerCase().includes(topic));
  if (found.length > 1)
    throw InputError.at(
      "<webinar-id>",
      `${JSON.stringify(words[at])} fits ${found.length}`,
      `Give one of: ${found.map(({ id, topic: shown }) => `${id} (${shown})`).join("; ")}.`,
    );
  return words.map((word, index) => (index === at ? (found[0]?.id ?? word) : word));
};

/** Null for an answer that no emulator gives. */
const answerIn = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
};

/** "--registrant-id <id>" → "registrantId", as the parser names it. */
const optionName = (flag: string): string =>
  flag
    .slice(2)
    .replace(/ .*/, "")
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const fieldsOf = ({ flags = [] }: Action, given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(flags.flatMap(({ flag, field }) => (given[optionName(flag)] === undefined ? [] : [[field, given[optionName(flag)]]])));

const bodyOf = (action: Action, typed: Typed): unknown => {
  if (action.body !== undefined) return action.body(typed);
  return action.flags === undefined ? undefined : typed.flags;
};

const storedDoor = async (folder: string): Promise<Door> => {
  const { openStoredEmulator } = await import("@zoom-webinar/zoom-emulator");
  const emulator = await openStoredEmulator({ folder });
  return (method, path, body) => emulator.send({ method, url: `http://localhost${path}`, headers: {}, body });
};

const remoteDoor =
  ({ url, said }: World & { url: string }, signal: AbortSignal): Door =>
  async (method, path, body) => {
    try {
      const response = await fetch(new URL(path, url), { method, signal, ...(body === undefined ? {} : { body }) });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw new UnavailableError(`No emulator answers at ${url}.`, "not-sent", {
        hint: said === null ? "Start one with zoom-webinar emulator --port 4646." : ANOTHER_WORLD,
        cause,
      });
    }
  };

/** What a refused command was about. */
interface Call {
  ids: readonly string[];
  /** The flags that name its world, with a space before them. */
  world: string;
}

const refused = (status: number, { message, errors }: Record<string, unknown>, action: Action, call: Call) => {
  const { lister = "state" } = action;
  const faults = (Array.isArray(errors) ? (errors as { field: string; message: string }[]) : []).map((one) => `${one.field}: ${one.message}`);
  const text = [typeof message === "string" ? message : `The emulator answered ${status}.`, ...faults].join(" ");
  if (status === 404) return new NotFoundError(text, { hint: `zoom-webinar emulator ${lister}${call.world} lists what is there.` });
  const hint = wayOutOf(text, action, call);
  return new RejectedError(text, hint === null ? {} : { hint });
};

/** What to do about a refusal; null: its words say it. */
const wayOutOf = (text: string, { flags = [], words = [] }: Action, { ids, world }: Call): string | null => {
  const webinar = ids[words.findIndex(({ kind }) => kind === "webinar")];
  if (/has not started/.test(text) && webinar !== undefined) return `Open it first: zoom-webinar emulator start ${webinar}${world}`;
  return flags.length > 0 && /\bneeds\b/.test(text) ? `It takes ${flags.map(({ flag }) => flag).join(", ")}.` : null;
};

/** The flags that name the world that a command acted on. */
const flagsOf = ({ url, folder }: Readonly<Record<string, unknown>>, { env, platform }: Io): string => {
  const named = Object.entries({ url, folder }).flatMap(([name, value]) => (typeof value === "string" ? [`--${name}`, quoted(value)] : []));
  return quotedFor(["", ...named].join(" "), shellOf(env, platform));
};
