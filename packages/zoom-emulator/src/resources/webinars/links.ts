import { derive } from "../../state/ids.ts";
import type { RegistrantRecord, WebinarRecord } from "../../state/state.ts";

/** Links lead nowhere on purpose: a made-up number at Zoom's own address could be somebody's real webinar. */
const ORIGIN = "https://zoom.example.com";
const ZAK_LIFETIME_MS = 2 * 3_600_000;

const textOf = (seed: string, ...parts: readonly (string | number)[]) => derive(seed, ...parts).toString("base64url");

/** The last one made: a page of 300 people has the same in each of their links. */
let latest = { key: "", text: "" };

/** The passcode as it is in links. */
export const encryptedPasscode = (seed: string, { id, password }: WebinarRecord): string => {
  const key = [seed, id, password].join("\n");
  if (latest.key !== key) latest = { key, text: `${textOf(seed, "passcode", id, password).slice(0, 30)}.1` };
  return latest.text;
};

const withPasscode = (seed: string, webinar: WebinarRecord, separator: "?" | "&") =>
  webinar.password === "" ? "" : `${separator}pwd=${encryptedPasscode(seed, webinar)}`;

/** The link for everyone who may attend. */
export const joinUrl = (seed: string, webinar: WebinarRecord): string => `${ORIGIN}/j/${webinar.id}${withPasscode(seed, webinar, "?")}`;

/** The link that opens the webinar as its host. Another one every two hours, as Zoom's are good for that long. */
export const startUrl = (seed: string, webinar: WebinarRecord, nowMs: number): string =>
  `${ORIGIN}/s/${webinar.id}?zak=${textOf(seed, "zak", webinar.id, Math.floor(nowMs / ZAK_LIFETIME_MS))}`;

/** The public sign-up page. */
export const registrationUrl = (seed: string, webinar: WebinarRecord): string =>
  `${ORIGIN}/webinar/register/WN_${textOf(seed, "form", webinar.id).slice(0, 22)}`;

/** One person's own link. */
export const personalJoinUrl = (seed: string, webinar: WebinarRecord, person: { id: string }): string =>
  `${ORIGIN}/w/${webinar.id}?tk=${textOf(seed, "tk", person.id)}${withPasscode(seed, webinar, "&")}`;

/** A registrant's own link; undefined unless they are approved. `status`: theirs on one date, if it differs. */
export const registrantJoinUrl = (
  seed: string,
  webinar: WebinarRecord,
  registrant: RegistrantRecord,
  status: RegistrantRecord["status"] = registrant.status,
): string | undefined => (status === "approved" ? personalJoinUrl(seed, webinar, registrant) : undefined);

/** The sign-up page of one tracking source. */
export const trackingUrl = (signUpUrl: string, sourceId: string): string => signUpUrl.replace("/register/", `/register/${sourceId}/`);

/** A link for one person to pass on. */
export const shareUrl = (seed: string, webinar: WebinarRecord, registrant: RegistrantRecord): string =>
  `${registrationUrl(seed, webinar)}?share=${textOf(seed, "share", registrant.id).slice(0, 22)}`;

/** The passcode in digits, for room systems: as it is if it is digits already. */
export const roomPasscode = (seed: string, { id, password }: WebinarRecord): string =>
  /^\d+$/.test(password) ? password : String(derive(seed, "h323", id, password).readUInt32BE(0) % 1_000_000).padStart(6, "0");
