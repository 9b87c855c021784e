import { toZoomTime } from "../http/json.ts";
import { nextOpaqueId, nextPersonalMeetingId } from "./ids.ts";
import { type EmulatorState, STATE_VERSION, type UserRecord } from "./state.ts";

const DAY_MS = 86_400_000;

/** The people of every world: two who may host webinars, one who may not. All of them are made up. */
const PEOPLE = [
  { first_name: "Ada", last_name: "Example", email: "ada@example.com", type: 2, timezone: "Europe/Berlin", dept: "Marketing", hasWebinarAddOn: true },
  {
    first_name: "Grace",
    last_name: "Example",
    email: "grace@example.com",
    type: 2,
    timezone: "America/New_York",
    dept: "Sales",
    hasWebinarAddOn: true,
  },
  {
    first_name: "Linus",
    last_name: "Example",
    email: "linus@example.com",
    type: 1,
    timezone: "Asia/Kolkata",
    dept: "Support",
    hasWebinarAddOn: false,
  },
] as const satisfies readonly Partial<UserRecord>[];

/** Choices of a new world. */
export interface WorldOptions {
  seed: string;
  nowMs: number;
  /** Null: every admin scope of the document. */
  scopes: readonly string[] | null;
}

/** A world with an account and its three people, and no webinar. */
export const emptyWorld = ({ seed, nowMs, scopes }: WorldOptions): EmulatorState => {
  const state: EmulatorState = {
    version: STATE_VERSION,
    seed,
    serials: {},
    clockOffsetMs: 0,
    account: { id: "", off: ["simulive"], recordings: [] },
    scopes: scopes === null ? null : [...scopes],
    tokenGeneration: 0,
    revokedTokens: [],
    day: { date: "", counts: {} },
    users: [],
    webinars: {},
    templates: [],
    trackingFields: [],
    webhooks: [],
    mails: [],
  };
  state.account.id = nextOpaqueId(state, "account");
  const created_at = toZoomTime(nowMs - 400 * DAY_MS);
  for (const person of PEOPLE) {
    state.users.push({ ...person, id: nextOpaqueId(state, "user"), status: "active", created_at, pmi: nextPersonalMeetingId(state), off: [] });
  }
  return state;
};
