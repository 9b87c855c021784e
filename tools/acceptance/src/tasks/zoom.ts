import { type VirtualClock, virtualClock } from "@zoom-webinar/foundation";
import { createEmulator, DEMO_CREDENTIALS, type Emulator, type HttpRequest } from "@zoom-webinar/zoom-emulator";

/** The body of an answer; loose, since whoever calls knows what they asked for. */
// biome-ignore lint/suspicious/noExplicitAny: a wrong field fails the task's own test
export type Body = any;

/** A webinar as a task describes it: wall time of the zone, like "2027-03-09T10:00:00". */
export interface Plan {
  host: string;
  topic: string;
  start_time: string;
  timezone: string;
  /** Minutes. */
  duration: number;
  settings?: Record<string, unknown>;
  /** Weekly dates from `start_time` on: how many. Default: a single webinar. */
  weeks?: number;
  agenda?: string;
}

/** Somebody who signs up. */
export interface Person {
  first_name: string;
  last_name: string;
  email: string;
  [answer: string]: unknown;
}

/** A Zoom in which a task begins, with the ways to prepare it. Time stands still unless it is moved. */
export interface Zoom {
  emulator: Emulator;
  clock: VirtualClock;
  /** Calls Zoom's API, for example `call("GET", "/users")`. Throws an error with Zoom's words if Zoom refuses. */
  call(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Body>;
  /** Uploads a picture in the field `file`, with further fields. */
  upload(path: string, file: File, fields?: Record<string, string>): Promise<Body>;
  /** Moves time to an instant such as "2027-03-10T16:00:00Z". */
  until(instant: string): void;
  /** Plans a webinar. Returns its id. */
  plan(plan: Plan): Promise<string>;
  /** Signs people up, as they do it on the sign-up page. */
  signUp(webinarId: string, people: readonly Person[]): Promise<void>;
  /** Approves or denies people by e-mail. */
  decide(webinarId: string, action: "approve" | "deny", emails: readonly string[]): Promise<void>;
  /** Invites speakers. */
  invite(webinarId: string, panelists: readonly { name: string; email: string }[]): Promise<void>;
  /** Holds a webinar: who is in from when to when, as instants. The first to come opens it, the last to leave closes it. */
  hold(webinarId: string, stays: readonly Stay[], asked?: readonly Asked[]): Promise<void>;
}

/** Somebody's stay in a running webinar, from one instant to another. */
export type Stay = readonly [email: string, from: string, to: string];

/** A question that somebody who is in asks at an instant. */
export type Asked = readonly [email: string, at: string, question: string];

const weekdayOf = (startTime: string) => String(new Date(`${startTime.slice(0, 10)}T00:00:00Z`).getUTCDay() + 1);

const callerOf = (emulator: Emulator) => {
  const { clientId, clientSecret, accountId } = DEMO_CREDENTIALS;
  const authorization = async () => {
    const { text } = await emulator.send({
      method: "POST",
      url: "https://zoom.us/oauth/token",
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ grant_type: "account_credentials", account_id: accountId }).toString(),
    });
    return `Bearer ${(JSON.parse(text) as { access_token: string }).access_token}`;
  };
  return async (method: HttpRequest["method"], path: string, type: string | undefined, body: Uint8Array | string | undefined): Promise<Body> => {
    const url = `https://api.zoom.us/v2${path}`;
    const headers = { authorization: await authorization(), ...(type === undefined ? {} : { "content-type": type }) };
    const { status, text } = await emulator.send({ method, url, headers, body });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
};

/** Who comes, goes and asks, one after the other. */
const momentsOf = (stays: readonly Stay[], asked: readonly Asked[]) =>
  [
    ...stays.map(([email, at]) => ({ at, order: 0, act: "join" as const, email, question: "" })),
    ...asked.map(([email, at, question]) => ({ at, order: 1, act: "ask" as const, email, question })),
    ...stays.map(([email, , at]) => ({ at, order: 2, act: "leave" as const, email, question: "" })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.order - other.order);

/** A Zoom with the demo data, on a clock that stands at `start`. The same start makes the same ids. */
export const openZoom = (start: string): Zoom => {
  const clock = virtualClock(Date.parse(start));
  const emulator = createEmulator({ clock, rateLimits: false });
  const request = callerOf(emulator);
  const call: Zoom["call"] = (method, path, body) =>
    request(method, path, body === undefined ? undefined : "application/json", body === undefined ? undefined : JSON.stringify(body));
  const until = (instant: string) => clock.advance(Date.parse(instant) - clock.now());
  const { controls } = emulator;
  return {
    emulator,
    clock,
    call,
    until,
    upload: async (path, file, fields = {}) => {
      const form = new FormData();
      form.append("file", file);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const encoded = new Response(form);
      return request("POST", path, encoded.headers.get("content-type") ?? "", new Uint8Array(await encoded.arrayBuffer()));
    },
    plan: async ({ host, weeks, ...plan }) => {
      const recurrence = { type: 2, repeat_interval: 1, weekly_days: weekdayOf(plan.start_time), end_times: weeks };
      const series = weeks === undefined ? { type: 5 } : { type: 9, recurrence };
      return String((await call("POST", `/users/${host}/webinars`, { ...series, ...plan })).id);
    },
    signUp: async (webinarId, people) => {
      for (const person of people) await call("POST", `/webinars/${webinarId}/registrants`, person);
    },
    decide: (webinarId, action, emails) =>
      call("PUT", `/webinars/${webinarId}/registrants/status`, { action, registrants: emails.map((email) => ({ email })) }),
    invite: (webinarId, panelists) => call("POST", `/webinars/${webinarId}/panelists`, { panelists }),
    hold: async (webinarId, stays, asked = []) => {
      const moments = momentsOf(stays, asked);
      until(moments[0]?.at ?? "");
      await controls.startWebinar(webinarId);
      for (const { at, act, email, question } of moments) {
        until(at);
        if (act === "join") await controls.join(webinarId, { email });
        else if (act === "leave") await controls.leave(webinarId, { email });
        else await controls.ask(webinarId, { email, question });
      }
      await controls.endWebinar(webinarId);
    },
  };
};
