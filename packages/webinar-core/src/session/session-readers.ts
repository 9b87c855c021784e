import { assertBaseUrl, assertCredentials } from "@zoom-webinar/auth";
import type { PaceOptions } from "@zoom-webinar/zoom-client";
import {
  aFunction,
  aSwitch,
  aText,
  type OptionReader,
  type OptionReaders,
  optionThat,
  orNull,
  readOptions,
  withMethods,
  wrongOption,
} from "../operation/known-options.ts";
import { assertOneOf } from "../operation/one-of.ts";
import { shownValue } from "../operation/shown-value.ts";
import { MOST_HEAD_ROOM, PLANS } from "../policy/pace.ts";
import { isCap, type RecipientCap } from "../policy/recipients.ts";
import { REVEALS } from "../policy/reveal.ts";
import { CONFIRM_BY, SAFETIES } from "../policy/safety.ts";
import { assertZone } from "../time/zone.ts";
import type { SessionOptions } from "./options.ts";

const oneOf =
  (words: readonly string[]): OptionReader =>
  (value, field) =>
    assertOneOf(value, words, field, "Leave it out for its default.");

const zone: OptionReader = (value, field) => assertZone(typeof value === "string" ? value : shownValue(value), field);

const cap: OptionReader = (value, field) => {
  if (typeof value === "object" && value !== null && isCap(value as RecipientCap)) return value;
  throw wrongOption(
    field,
    "whole numbers from 1 on, that of the day not below that of the call",
    value,
    "{ call: 50, day: 200 }: at most 50 people in one call and 200 on one day (UTC); day: null is no limit a day.",
  );
};

const domains = optionThat(
  'a list of mail domains such as ["example.com"]',
  (value) => Array.isArray(value) && value.every((domain) => typeof domain === "string" && domain.trim() !== ""),
);

const PACE: OptionReaders<PaceOptions> = {
  plan: oneOf(PLANS),
  headRoom: optionThat(`a share from 0 to ${MOST_HEAD_ROOM}`, (value) => typeof value === "number" && value >= 0 && value <= MOST_HEAD_ROOM),
};
const pace: OptionReader = (value, field) => {
  if (value === false) return false;
  if (typeof value !== "object" || value === null) throw wrongOption(field, "false, or an object with plan and headRoom", value);
  return readOptions(PACE, value as PaceOptions, field);
};

const milliseconds = optionThat("milliseconds above 0", (value) => typeof value === "number" && value > 0);

/** How each option of a session is read: one that is not here does not compile. */
const READERS: OptionReaders<Omit<SessionOptions, "apiBaseUrl" | "oauthBaseUrl">> = {
  credentials: orNull(assertCredentials),
  credentialsFrom: orNull(aText),
  rediscover: aFunction,
  profile: orNull(aText),
  profiles: withMethods("find"),
  send: aFunction,
  store: withMethods("get", "set", "compareAndSet", "delete", "lock"),
  clock: withMethods("now", "monotonic", "sleep"),
  now: aFunction,
  allowBaseUrl: aSwitch,
  safety: oneOf(SAFETIES),
  confirmBy: oneOf(CONFIRM_BY),
  mostRecipients: cap,
  recipientDomains: domains,
  reveal: oneOf(REVEALS),
  zone: orNull(zone),
  pace,
  files: withMethods("toRead", "toWrite"),
  stateFolder: orNull(aText),
  log: aFunction,
  audit: aFunction,
  beforeWrite: aFunction,
  tokenDeadlineMs: milliseconds,
  onTokenRequest: aFunction,
  door: oneOf(["app", "library"]),
  onInternalError: aFunction,
};

/**
 * The options of a session as they count, and those that only its opener takes (`more`). Throws `InputError` that names the one at fault and what it takes, as
 * a flag of that name would.
 */
export const readSessionOptions = <Options extends SessionOptions>(
  options: Options,
  more: Readonly<Record<Exclude<keyof Options, keyof SessionOptions> & string, OptionReader>>,
): Options => {
  const allowAnyHost = (options as SessionOptions | null)?.allowBaseUrl === true;
  const baseUrl: OptionReader = (value, field) => assertBaseUrl(field, typeof value === "string" ? value : shownValue(value), { allowAnyHost });
  // Every name is of one of the two tables.
  const readers = { ...READERS, apiBaseUrl: baseUrl, oauthBaseUrl: baseUrl, ...more } as OptionReaders<Options>;
  return readOptions(readers, options);
};
