import { BY_WORDS, FULL } from "./hints-by-words.ts";
import type { Refusal } from "./refusal.ts";

/** The way out of a refusal, in one sentence. Codes are Zoom's; if one says several things, its words decide. */

const userIn = (message: string) => message.match(/\bfor (?:the )?user[:\s]+([^\s,]+?)[.,]?(?:\s|$)/i)?.[1];

/** The address of the user that a call is about; Zoom answers with an id, by which nobody is known. */
const addressIn = (target: string) => {
  const user = decodeURIComponent(/^\/users\/([^/?]+)/.exec(target)?.[1] ?? "");
  return user.includes("@") ? user : undefined;
};

/** Whom to give which licence. `target`: path and query of the call. */
export const planHint = ({ code, message }: Refusal, target = ""): string => {
  if (code === 3161 && /meeting/i.test(message))
    return "The user may not hold meetings; an administrator assigns a licence in the Zoom web portal (User Management, Users, Edit).";
  if (code !== 3161 && !/webinar plan/i.test(message))
    return "The account's plan does not include this; the account owner can change the plan in the Zoom web portal (Account Management, Billing).";
  const user = addressIn(target) ?? userIn(message);
  const host = user === undefined ? "the host" : `the host ${user}`;
  return `An administrator has to assign a webinar licence to ${host} in the Zoom web portal (User Management, Users, Edit); or name another host who has one.`;
};

/** Who can allow it. */
export const forbiddenHint = ({ code, status }: Refusal, id: string): string => {
  if (code === 124 && status === 400) return "Zoom gives this token to apps that a user has authorized (OAuth), not to Server-to-Server apps.";
  if (code === 2305) return "The account restricts meeting summaries; an administrator can change that in the account settings.";
  if (id.startsWith("GET /metrics")) return "Dashboards need a Business plan or higher, and a role that may see them.";
  return "Check that the app belongs to the account that owns this webinar, and that its owner's role may do this; an administrator sets roles in the Zoom web portal.";
};

/** Where to find the right id. */
export const notFoundHint = ({ code, message }: Refusal, id: string): string => {
  if (code === 2300) return "Zoom does not know the address: check ZOOM_API_BASE_URL, which has to end in /v2.";
  if (code === 1001 || code === 1010)
    return "Check the user ID or e-mail; list the users of the account to find the host. In most accounts, `me` works only with a user's own token.";
  if (code === 5110) return "List the tracking fields to find its ID.";
  if (code === 3079 || /registrant/i.test(message)) return "List the registrants of this webinar, pending and denied ones too, to find the ID.";
  if (/poll/i.test(message)) return "List the polls of this webinar to find the ID.";
  if (id.includes("/past_webinars/") || id.includes("/report/") || id.includes("/metrics/"))
    return "Zoom has this data only after the webinar has ended, and for a limited time; list its past instances to see them.";
  return "Check the ID; list the host's webinars to find it. Webinars that were deleted or are long over are gone.";
};

const BY_CODE: Readonly<Record<number, string>> = {
  120: "Send a JPG, GIF or PNG of at most 15 MB; a webinar takes at most ten virtual backgrounds.",
  3003: "An administrator has blocked this e-mail domain; use another address or have it allowed.",
  3027: "The host cannot register for their own webinar; use another e-mail.",
  3034: "This webinar asks for a work e-mail; use one that is not from a free mail service.",
  3035: FULL,
  3038: "The webinar is over; nobody can register any more.",
  3043: FULL,
  3063: "This webinar runs on the customer's own servers and can only be ended there.",
  4400: "Check the poll ID, and that polls are switched on in the host's settings.",
  4505: "Simulive needs a fixed time: use type 5 or 9.",
  12702: "Zoom keeps these reports for one year.",
};

/** What to change. */
export const rejectedHint = ({ code, message, fields }: Refusal): string => {
  if (fields.length > 0) return `Correct ${fields.map(({ field }) => field).join(", ")} and try again.`;
  if (code !== null && BY_CODE[code] !== undefined) return BY_CODE[code];
  return BY_WORDS.find(([words]) => words.test(message))?.[1] ?? "Zoom's own words above say what it did not accept; change that and try again.";
};
