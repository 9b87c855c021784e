import { addressKey } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import type { LossOptions } from "../../operation/losses.ts";
import { toWords } from "../../operation/losses.ts";
import type { Consequence } from "../../operation/preview.ts";
import { NO_REGISTRATION } from "../../operation/registration.ts";
import { apartIn, describeRegistered, type Registered, totalOf } from "./audience.ts";

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** How the fields of a webinar are compared: what is sent is laid over what is there. */
export const WEBINAR_LOSSES: LossOptions = {
  how: "merge",
  secret: new Set(["password"]),
  // How a webinar looks when it starts: anybody in it can change that again.
  harmless: new Set([
    "settings.host_video",
    "settings.panelists_video",
    "settings.hd_video",
    "settings.hd_video_for_attendees",
    "settings.send_1080p_video_to_attendees",
    "settings.show_share_button",
    "settings.show_join_info",
    "settings.notify_registrants",
  ]),
  commaLists: new Set(["settings.alternative_hosts", "settings.authentication_domains", "settings.enforce_login_domains"]),
};

/** A passcode that is set once more makes the links that people have fit again, and alternative hosts that are named can be set again. */
export const withWayBack = (consequence: Consequence): Consequence => {
  if (consequence.text.startsWith("alternative hosts: ")) return { ...consequence, returns: true };
  return consequence.text === "password is emptied."
    ? { ...consequence, text: "password is emptied: nobody needs one; the same one set again fits the links that were sent.", returns: true }
    : consequence;
};

const nothingRecords = (value: unknown): boolean => value === "none";

/** What is switched off by a value that is not a false: registration by 2, recording by "none". `registered` is null if it cannot be counted. */
export const switchedOff = (before: Fields | null, sent: Fields, registered: Registered | null): Consequence[] => {
  const consequences: Consequence[] = [];
  if (sent.approval_type === NO_REGISTRATION && before?.approval_type !== NO_REGISTRATION) {
    const text =
      registered === null
        ? "Registration is switched off: nobody counts as registered while it is off."
        : `Registration is switched off: ${countOf(totalOf(registered), "registration does", "registrations do")} not count while it is off${apartIn(registered)}.`;
    // What Zoom keeps of registrations is not documented; as far as is known, they count again when registration is on.
    consequences.push({ kind: "lost", text: `${text} Switched on again, it may have them back.`, returns: true });
  }
  if (nothingRecords(sent.auto_recording) && (before === null || (before.auto_recording !== undefined && !nothingRecords(before.auto_recording)))) {
    consequences.push({ kind: "lost", text: "Nothing is recorded automatically any more.", returns: true });
  }
  return consequences;
};

/** Settings that make Zoom write to people at another time, and to whom. */
const TIMED: Readonly<Record<string, string>> = {
  attendees_and_panelists_reminder_email_notification: "before the webinar, Zoom reminds everybody who is approved by then or a panelist",
  follow_up_attendees_email_notification: "after the webinar, Zoom writes to everybody who came",
  follow_up_absentees_email_notification: "after the webinar, Zoom writes to everybody who is registered and did not come",
};
const FROM_NOW_ON: Readonly<Record<string, string>> = {
  registrants_confirmation_email: "from now on, Zoom writes to everybody who registers",
  registrants_email_notification: "from now on, Zoom writes to registrants when their registration is decided or cancelled",
  panelists_invitation_email_notification: "from now on, Zoom writes to everybody who becomes a panelist",
};

const REMINDERS: Readonly<Record<number, string>> = {
  1: "1 hour",
  2: "1 day",
  3: "1 hour and 1 day",
  4: "1 week",
  5: "1 hour and 1 week",
  6: "1 day and 1 week",
  7: "1 hour, 1 day and 1 week",
};

/** What the number of a timed mail means. Source: Zoom API, settings of a webinar. */
const whenOf = (name: string, type: unknown): string => {
  if (typeof type !== "number" || type === 0) return "";
  if (!name.startsWith("follow_up")) return REMINDERS[type] === undefined ? "" : `: ${REMINDERS[type]} before`;
  return `: ${type} day${type === 1 ? "" : "s"} after the planned end`;
};

/** Type 0 writes to nobody, whether it is switched on or not. */
const isOn = (setting: unknown): boolean => isFields(setting) && setting.enable === true && setting.type !== 0;

/** Whom Zoom writes to later because of what is sent. `registered` is null if it cannot be counted. */
export const mailedLater = (before: Fields | null, sent: Fields, registered: Registered | null): Consequence[] => {
  const now = registered === null ? "" : ` (registrations now: ${describeRegistered(registered)})`;
  const timed = Object.entries(TIMED).flatMap(([name, words]) => {
    const change = sent[name];
    const was = before?.[name];
    if (!isFields(change)) return [];
    const will: Fields = { ...(isFields(was) ? was : {}), ...change };
    // A mail that is on already and comes at another time, or more often, is one that nobody agreed to yet.
    const isNew = isOn(will) && (!isOn(was) || (isFields(was) && was.type !== will.type));
    return isNew ? [{ kind: "mailed later" as const, text: `${toWords(name)}: ${words}${whenOf(name, will.type)}${now}.` }] : [];
  });
  const lasting = Object.entries(FROM_NOW_ON).flatMap(([name, words]) =>
    sent[name] === true && before?.[name] !== true && !(before !== null && before[name] === undefined)
      ? [{ kind: "mailed later" as const, text: `${toWords(name)}: ${words}.` }]
      : [],
  );
  return [...timed, ...lasting];
};

const addressesIn = (list: unknown): string[] =>
  typeof list === "string"
    ? list
        .split(/[,;]/)
        .map((one) => one.trim())
        .filter((one) => one.includes("@"))
    : [];

/** The alternative hosts whom a change adds. Zoom writes to them unless their own settings say no, which no call tells. */
export const newStandIns = (before: Fields | null, sent: Fields): string[] => {
  const known = new Set(addressesIn(before?.alternative_hosts).map(addressKey));
  return addressesIn(sent.alternative_hosts).filter((one) => !known.has(addressKey(one)));
};

/** Says that Zoom may write to alternative hosts. */
export const noteStandIns = (list: unknown): string[] => {
  const people = addressesIn(list);
  return people.length === 0 ? [] : [`Zoom may write to the alternative hosts: ${people.join(", ")}.`];
};

/** What is sent and has no effect: a reminder's type without `enable`, since its switch is off, or `enable` without a type, which stays "never". */
export const noteIdle = (before: Fields | null, sent: Fields): string[] =>
  Object.entries(sent).flatMap(([name, change]) => {
    if (!isFields(change)) return [];
    const all: Fields = { ...(isFields(before?.[name]) ? before[name] : {}), ...change };
    if (name in TIMED && all.enable === true && all.type === 0) return [`settings.${name} is on, but its type 0 means never: give type 1 to 7 too.`];
    const details = Object.keys(change).filter((field) => field !== "enable" && change[field] !== undefined);
    const was = before?.[name];
    const isSwitch = change.enable !== undefined || (isFields(was) && was.enable !== undefined) || name in TIMED;
    const enabled = change.enable ?? (isFields(was) ? was.enable : undefined);
    // Whoever switches it off in the same call knows that it is off.
    if (!isSwitch || details.length === 0 || enabled === true || change.enable === false || before === null) return [];
    return [`settings.${name}: ${details.join(", ")} has no effect while it is off; give enable: true with it.`];
  });
