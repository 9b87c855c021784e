import { ZOOM_OAUTH_BASE_URL } from "@zoom-webinar/auth";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { isOnThisMachine } from "@zoom-webinar/zoom-client";
import { commandIn } from "../account/account-flags.ts";
import { countOf, spanOf } from "../operation/counts.ts";
import type { ScopesBeyond } from "../scopes/beyond.ts";
import { auditScopes, type Level, type ScopeNeed } from "../scopes/in-use.ts";
import type { Session } from "../session/session.ts";
import { type Finding, finding } from "./finding.ts";

const WARNING_AHEAD_MS = 30_000;
const MOST_HOSTS = 10;

/** The finding of a call that failed. */
export const fromError = (check: string, error: unknown): Finding => {
  if (!isZoomWebinarError(error)) throw error;
  const { code, message, hint, trackingId } = error;
  return finding(check, "error", message, { hint: hint ?? null, code, details: trackingId === undefined ? {} : { tracking_id: trackingId } });
};

/** Where the credentials were found. */
export const checkCredentials = async ({ account }: Session): Promise<Finding> => {
  const { credentials_from, account_id, state } = await account.describe();
  const { current } = account.profiles();
  if (state === "no_credentials") {
    return finding("credentials", "error", "No Zoom credentials were found", {
      hint: "Run zoom-webinar auth login, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET.",
      code: "auth_missing",
    });
  }
  const kind = account.inForce.credentials?.kind ?? "server-to-server";
  return finding("credentials", "ok", `${KINDS[kind]}, from ${credentials_from}`, {
    details: { from: credentials_from, kind, profile: current, account_id },
  });
};

const KINDS = {
  "server-to-server": "A server-to-server app",
  user: "A person's sign-in",
  "access-token": "An access token from ZOOM_ACCESS_TOKEN",
} as const;

/** Whether requests go to the emulator in this process, and so nowhere. */
const isEmbedded = ({ account }: Pick<Session, "account">): boolean => account.inForce.source === "emulator";

/** Whether requests stay on this machine: an emulator in this process, or one on a port. */
export const staysHere = async (session: Session): Promise<boolean> => {
  const { oauthBaseUrl = ZOOM_OAUTH_BASE_URL } = session.account.inForce;
  return isEmbedded(session) || [await apiAddress(session), oauthBaseUrl].every((address) => isOnThisMachine(new URL(address)));
};

/** Where requests go: as set, else the region that the token names, else Zoom's own address. */
export const apiAddress = async ({ account }: Session): Promise<string> => {
  const region = (await account.token())?.apiUrl ?? null;
  return account.inForce.apiBaseUrl ?? (region === null ? "https://api.zoom.us/v2" : `${region}/v2`);
};

/** Where requests go, and the region that Zoom's token names. */
export const checkAddresses = async (session: Session): Promise<Finding> => {
  if (isEmbedded(session))
    return finding("addresses", "ok", "Requests go to the emulator in this process; nothing is sent to Zoom", {
      details: { api_base_url: null, oauth_base_url: null, region: null, chosen_by: "emulator" },
    });
  const { account } = session;
  const { apiBaseUrl, oauthBaseUrl = ZOOM_OAUTH_BASE_URL } = account.inForce;
  const region = (await account.token())?.apiUrl ?? null;
  const api = await apiAddress(session);
  const details = {
    api_base_url: api,
    oauth_base_url: oauthBaseUrl,
    region,
    chosen_by: apiBaseUrl === undefined ? (region === null ? "default" : "token") : "setting",
  };
  const isElsewhere = apiBaseUrl !== undefined && region !== null && new URL(apiBaseUrl).host !== new URL(region).host;
  if (!isElsewhere) {
    const where = (await staysHere(session)) ? "On this machine: " : "";
    return finding("addresses", "ok", `${where}${api}, tokens from ${oauthBaseUrl}`, { details });
  }
  return finding("addresses", "note", `${api} is set, and Zoom's token names ${region}`, {
    hint: "Unset ZOOM_API_BASE_URL to use the account's own region.",
    details,
  });
};

/** Asks Zoom one small thing, and so for a token: whether they work. Returns the hosts that came with it. */
export const checkToken = async ({ zoom, account }: Session): Promise<{ finding: Finding; hosts: Host[]; works: boolean }> => {
  const isUser = account.inForce.credentials?.kind === "user";
  const ask = async (): Promise<Host[]> => {
    if (isUser) return [await zoom.call("GET /users/{userId}", { path: { userId: "me" } })];
    const { users } = await zoom.call("GET /users", { query: { page_size: 100 } });
    return users ?? [];
  };
  try {
    const hosts = await ask();
    return { finding: await tokenWorks(account), hosts, works: true };
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    // Refused for its scopes, so the token itself is good; the scopes are looked at on their own.
    if (error.code !== "scope_missing") return { finding: fromError("token", error), hosts: [], works: false };
    return { finding: await tokenWorks(account), hosts: [], works: true };
  }
};

/** What is read of a user here. */
export interface Host {
  id?: string | null | undefined;
  email?: string | null | undefined;
  type?: number | null | undefined;
  timezone?: string | null | undefined;
}

const tokenWorks = async (account: Session["account"]): Promise<Finding> => {
  const { minutes_left, expires_at } = await account.describe();
  return finding(
    "token",
    "ok",
    minutes_left === null ? "Zoom takes the token" : `Zoom takes the token, valid for ${countOf(minutes_left, "minute")}`,
    {
      details: { minutes_left, expires_at },
    },
  );
};

/** How far this machine's clock is off Zoom's. Tokens do not care; times that people type and webhooks do. */
export const checkClock = (session: Pick<Session, "observation" | "account">): Finding => {
  const { clockAheadMs } = session.observation();
  if (clockAheadMs === null) return finding("clock", "note", "Zoom's answers have no time to compare this clock with");
  const seconds = Math.round(clockAheadMs / 1000);
  const details = { ahead_seconds: seconds };
  const off = spanOf(Math.abs(seconds));
  if (Math.abs(clockAheadMs) < WARNING_AHEAD_MS)
    return finding("clock", "ok", `This machine's clock agrees with ${isEmbedded(session) ? "the emulator's" : "Zoom's"}`, { details });
  if (isEmbedded(session))
    return finding("clock", "note", `The emulator's clock is ${off} ${seconds > 0 ? "behind" : "ahead of"} this machine's`, {
      details,
    });
  return finding("clock", "warning", `This machine's clock is ${off} ${seconds > 0 ? "ahead of" : "behind"} Zoom's`, {
    hint: "Set it by NTP: start times without a date and webhooks go by it.",
    details,
  });
};

const addHint = (scopes: readonly { scope: string }[], { account }: Session): string =>
  `Add to the app in the Zoom Marketplace, then ${commandIn(account, "auth refresh")}: ${scopes.map(({ scope }) => scope).join(" ")}`;

/**
 * Scopes granted against the operations in use. `isNamed`: the operations were named, so that lacking one is a failure. `beyond`: which of these would be of
 * use to a session that is allowed more.
 */
export const checkScopes = async (
  session: Session,
  needs: readonly ScopeNeed[],
  isNamed: boolean,
  beyond: (unused: readonly string[]) => Promise<readonly ScopesBeyond[]>,
): Promise<Finding> => {
  const { scopes } = await session.account.describe();
  if (scopes === null) return finding("scopes", "note", "Zoom did not say which scopes this token has");
  const level: Level = session.account.inForce.credentials?.kind === "user" ? "user" : "account";
  const audit = auditScopes(scopes, needs, level);
  const details = { granted: scopes.length, ...audit };
  const counts = countOf(needs.length, "operation");
  if (audit.missing.length > 0) {
    return finding(
      "scopes",
      isNamed ? "error" : "warning",
      `${countOf(audit.missing.length, "scope is", "scopes are")} missing for the ${counts} in use`,
      {
        hint: addHint([...audit.missing, ...audit.lookups], session),
        code: isNamed ? "scope_missing" : null,
        details,
      },
    );
  }
  if (audit.lookups.length > 0) {
    const lacking = new Set(audit.lookups.flatMap(({ operations }) => operations)).size;
    return finding("scopes", "warning", `All scopes for the ${counts} in use; ${lacking} of them cannot look everything up`, {
      hint: addHint(audit.lookups, session),
      details,
    });
  }
  if (audit.superfluous.length > 0) {
    const kept = await beyond(audit.superfluous);
    const superfluous = audit.superfluous.filter((scope) => !kept.some(({ scopes: others }) => others.includes(scope)));
    const unused = [
      ...(superfluous.length === 0 ? [] : [`${superfluous.length} that none of them needs`]),
      ...kept.map(({ flags, scopes: others }) => `${others.length} that only ${flags} needs`),
    ];
    const hints = [
      ...(superfluous.length === 0 ? [] : [`A scope that is not granted cannot be misused; remove: ${superfluous.join(" ")}`]),
      ...kept.map(
        ({ flags, scopes: others }) => `${superfluous.length === 0 ? "If" : "and if"} nothing is started with ${flags}, remove: ${others.join(" ")}`,
      ),
    ];
    return finding("scopes", "note", `All scopes for the ${counts} in use, and ${unused.join(", and ")}`, {
      hint: hints.join("; "),
      details: { ...details, superfluous, beyond: kept },
    });
  }
  return finding("scopes", "ok", `All scopes for the ${counts} in use, and no others`, { details });
};

/** Which hosts may hold webinars. Zoom shows the add-on only by refusing what takes it. */
export const checkAddOns = async ({ zoom, account }: Session, hosts: readonly Host[]): Promise<Finding> => {
  const licensed = hosts.filter(({ type }) => type === 2);
  const asked: { host: string; webinars: boolean | null }[] = [];
  const isUser = account.inForce.credentials?.kind === "user";
  for (const { id, email } of licensed.slice(0, MOST_HOSTS)) {
    if (!id) continue;
    asked.push({ host: email ?? id, webinars: await hasAddOn(zoom, isUser ? "me" : id) });
  }
  const able = asked.filter(({ webinars }) => webinars === true).length;
  const details = { hosts: asked, licensed: licensed.length, asked: asked.length };
  if (asked.length === 0 || asked.every(({ webinars }) => webinars === null))
    return finding("webinar_add_on", "note", "Zoom does not show which hosts have the webinar add-on", { details });
  if (able > 0)
    return finding("webinar_add_on", "ok", `${able} of the ${asked.length} licensed hosts that we looked at can hold webinars`, { details });
  return finding("webinar_add_on", "error", `None of the ${asked.length} licensed hosts that we looked at can hold webinars`, {
    hint: "Assign the webinar add-on to a host in Zoom's web portal, under User Management.",
    code: "plan_missing",
    details,
  });
};

const hasAddOn = async (zoom: Session["zoom"], userId: string): Promise<boolean | null> => {
  try {
    await zoom.call("GET /users/{userId}/webinars", { path: { userId }, query: { page_size: 1 } });
    return true;
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    return error.code === "plan_missing" ? false : null;
  }
};

/** What is known of the rate limits: mostly Zoom names only the category, until it refuses. */
export const checkRate = ({ observation }: Session): Finding => {
  const { rate } = observation();
  if (rate === null || rate.limit === null) return finding("rate", "note", "Zoom did not say how many requests are left", { details: { ...rate } });
  const left = `${rate.remaining ?? "?"} of ${rate.limit} requests left (${rate.category ?? "?"}, ${rate.type ?? "?"})`;
  const isLow = rate.remaining !== null && rate.remaining < rate.limit / 10;
  return finding("rate", isLow ? "warning" : "ok", left, { details: { ...rate } });
};
