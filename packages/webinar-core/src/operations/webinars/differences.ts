import { comparableText } from "@zoom-webinar/zoom-client";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Asked of Zoom once, and no part of a webinar. */
const NO_STATE = new Set(["schedule_for", "template_id", "default_passcode", "notify_registrants", "settings.notify_registrants"]);

const resolve = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone; // Zoom may send a zone that this machine does not know
  }
};

/** A value so that two spellings of it are equal: order of a list, ends of a text, case of an address, old and new names of a zone. */
const keyOf = (name: string, value: unknown): string => {
  const text = String(value).trim().replace(/\r\n/g, "\n");
  if (name === "timezone") return resolve(text);
  return text.includes("@") ? comparableText(text).split(",").sort().join(",") : text;
};

/** Texts are not quoted: people may have typed them, and a note is ours. */
const isQuoted = (value: unknown): boolean => typeof value === "number" || typeof value === "boolean";

/** Plain fields that were asked for and came back as something else; what the answer does not hold says nothing. */
const compare = (asked: Fields, answered: Fields, path: string): string[] =>
  Object.entries(asked).flatMap(([name, wanted]) => {
    const field = `${path}${name}`;
    const got = answered[name];
    if (wanted === undefined || got === undefined || got === null || NO_STATE.has(field)) return [];
    if (isFields(wanted)) return isFields(got) ? compare(wanted, got, `${field}.`) : [];
    if (typeof wanted === "object" || typeof got === "object" || keyOf(name, wanted) === keyOf(name, got)) return [];
    return [`Zoom changed ${field}${isQuoted(wanted) && isQuoted(got) ? `: ${wanted} was asked for, it is ${got}` : ""}.`];
  });

/**
 * What Zoom silently made of a write, one sentence for each field that is not as it was asked for. `startUtc` is the start that was meant, null if none
 * was; it is compared as an instant.
 */
export const noteDifferences = (asked: object, answered: object | null, startUtc: string | null): string[] => {
  if (answered === null) return [];
  const { start_time: _wall, recurrence: _rhythm, ...fields } = { ...asked } as Record<string, unknown>;
  const { start_time } = answered as { start_time?: string };
  const startMs = Date.parse(start_time?.trim() ?? "");
  const isMoved = startUtc !== null && !Number.isNaN(startMs) && startMs !== Date.parse(startUtc);
  return [
    ...(isMoved ? [`Zoom changed start_time: ${startUtc} was asked for, it is ${new Date(startMs).toISOString().replace(".000Z", "Z")}.`] : []),
    ...compare(fields, { ...answered }, ""),
  ];
};
