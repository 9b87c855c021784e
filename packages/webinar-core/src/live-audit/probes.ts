import { type Clock, isZoomWebinarError } from "@zoom-webinar/foundation";
import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import type { Observation } from "../account/observed.ts";
import type { RegistrantStatus } from "../operation/params.ts";
import { readRegistrants } from "../people/read-registrants.ts";
import { holds, oneOf, type SeenSwitch } from "./seen-switches.ts";
import type { Throwaway } from "./throwaway.ts";

/** What a look has to look at. */
export interface Stage extends Throwaway {
  zoom: ZoomClient;
  clock: Clock;
  host: string;
  /** What the latest answer showed. */
  observation(): Observation;
  signal: AbortSignal | undefined;
}

/** One look at the account: the switches that it can tell of, and how. Looks happen in order, since later ones use who was signed up before. */
export interface Probe {
  switches: readonly string[];
  look(stage: Stage): Promise<SeenSwitch[]>;
}

/** True if Zoom did it, false if it refused the thing itself; anything else that goes wrong is thrown. */
const isTaken = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call;
    return true;
  } catch (error) {
    if (isZoomWebinarError(error) && (error.code === "zoom_rejected" || error.code === "not_found")) return false;
    throw error;
  }
};

const path = ({ id }: Stage) => ({ webinarId: id });
/** Reserved for examples: no mail to these arrives anywhere. */
const address = ({ tag }: Stage, name: string) => `audit-${tag}-${name}@example.com`;
const NAMES = { first_name: "Audit", last_name: "Throwaway" };

const signUp = (stage: Stage, name: string) =>
  stage.zoom.call("POST /webinars/{webinarId}/registrants", { path: path(stage), body: { email: address(stage, name), ...NAMES } });

const decide = (stage: Stage, action: "approve" | "cancel", name: string) =>
  stage.zoom.call("PUT /webinars/{webinarId}/registrants/status", {
    path: path(stage),
    body: { action, registrants: [{ email: address(stage, name) }] },
  });

const registered = async (stage: Stage, status: RegistrantStatus, name: string): Promise<boolean> => {
  for await (const { registrants } of readRegistrants(stage.zoom, stage.id, { statuses: [status] })) {
    if (registrants.some(({ email }) => addressKey(email ?? "") === address(stage, name))) return true;
  }
  return false;
};

const STEP_MS = 500;
const MOST_LAG_MS = 60_000;

/** Looks again and again, less and less often, until it is there: how long that took at most and at least; null if it took too long. */
const waitFor = async (
  { clock, signal }: Stage,
  sinceMs: number,
  isThere: () => Promise<boolean>,
): Promise<{ lastMs: number; thereMs: number } | null> => {
  let lastMs = 0;
  for (let pauseMs = STEP_MS; ; pauseMs *= 2) {
    const atMs = Math.round(clock.monotonic() - sinceMs);
    if (await isThere()) return { lastMs, thereMs: lastMs === 0 ? 0 : atMs };
    if (atMs > MOST_LAG_MS) return null;
    lastMs = Math.max(atMs, 1);
    await clock.sleep(pauseMs, signal);
  }
};

const listLag: Probe = {
  switches: ["listLagMs"],
  look: async (stage) => {
    const isListed = async () => {
      for await (const { webinars } of stage.zoom.pages("GET /users/{userId}/webinars", {
        path: { userId: stage.host },
        query: { page_size: 300 },
      })) {
        if (webinars?.some(({ id }) => id === stage.id)) return true;
      }
      return false;
    };
    const lag = await waitFor(stage, stage.createdAtMs, isListed);
    if (lag === null) return [oneOf("listLagMs", [], `the host's list did not have the new webinar after ${MOST_LAG_MS / 1000} seconds`)];
    if (lag.thereMs === 0) return [holds("listLagMs", 0, "the host's list had the new webinar at the first look")];
    return [
      holds("listLagMs", lag.thereMs, `the host's list did not have the new webinar after ${lag.lastMs} ms, and had it after ${lag.thereMs} ms`),
    ];
  },
};

const occurrences: Probe = {
  switches: ["occurrenceCap"],
  look: async (stage) => {
    const { occurrences: made } = await stage.zoom.call("GET /webinars/{webinarId}", { path: path(stage) });
    const count = made?.length ?? 0;
    const seen = `of 60 dates that were asked for, the webinar has ${count}`;
    return [count === 50 || count === 60 ? holds("occurrenceCap", count, seen) : oneOf("occurrenceCap", [], seen)];
  },
};

const rateHeaders: Probe = {
  switches: ["rateHeaders"],
  look: async ({ observation }) => {
    const { rate } = observation();
    return rate !== null && rate.limit !== null
      ? [holds("rateHeaders", "always", "answers name the limit and what is left")]
      : [oneOf("rateHeaders", ["refusals", "never"], "answers do not name the limit; whether refusals do was not tried")];
  },
};

const ending: Probe = {
  switches: ["endNotRunning", "statusReply"],
  look: async (stage) => {
    const end = stage.zoom.call("PUT /webinars/{webinarId}/status", { path: path(stage), body: { action: "end" } });
    if (!(await isTaken(end))) {
      return [
        holds("endNotRunning", "refuse", "ending a webinar that is not running was refused"),
        oneOf("statusReply", [200, 204], "the status was not changed, so its success was not seen"),
      ];
    }
    const { status } = stage.observation();
    const seen = `a change of status is answered with ${status}`;
    return [
      holds("endNotRunning", "accept", "ending a webinar that is not running was accepted"),
      status === 200 || status === 204 ? holds("statusReply", status, seen) : oneOf("statusReply", [], seen),
    ];
  },
};

const signingUpTwice: Probe = {
  switches: ["announcedFields", "duplicateRegistrant"],
  look: async (stage) => {
    const first = await signUp(stage, "twice");
    const announced = holds("announcedFields", Boolean(first.share_url), `a sign-up ${first.share_url ? "has" : "has no"} share_url`);
    let second: typeof first | null = null;
    const again = signUp(stage, "twice").then((reply) => {
      second = reply;
    });
    if (!(await isTaken(again))) return [announced, holds("duplicateRegistrant", "error", "the same address was refused the second time")];
    const { registrant_id } = second ?? { registrant_id: undefined };
    return [
      announced,
      registrant_id === first.registrant_id
        ? oneOf(
            "duplicateRegistrant",
            ["same", "remail"],
            "the same address gave the same registrant; whether Zoom writes again shows only in a mailbox",
          )
        : oneOf("duplicateRegistrant", [], "the same address gave a second registrant"),
    ];
  },
};

const deciding: Probe = {
  switches: ["unknownRegistrant"],
  look: async (stage) =>
    (await isTaken(decide(stage, "approve", "never-signed-up")))
      ? [holds("unknownRegistrant", "ignore", "a decision about somebody who did not sign up was accepted")]
      : [holds("unknownRegistrant", "refuse", "a decision about somebody who did not sign up was refused")],
};

const cancelling: Probe = {
  switches: ["cancelledRegistrant"],
  look: async (stage) => {
    await decide(stage, "approve", "twice");
    await decide(stage, "cancel", "twice");
    if (await registered(stage, "denied", "twice")) return [holds("cancelledRegistrant", "denied", "who was cancelled is listed as denied")];
    return (await registered(stage, "approved", "twice")) || (await registered(stage, "pending", "twice"))
      ? [oneOf("cancelledRegistrant", [], "who was cancelled is still listed as before")]
      : [holds("cancelledRegistrant", "gone", "who was cancelled is in no list")];
  },
};

const missingAnswers: Probe = {
  switches: ["missingAnswers"],
  look: async (stage) => {
    const questions = [{ field_name: "org", required: true }] as const;
    await stage.zoom.call("PATCH /webinars/{webinarId}/registrants/questions", { path: path(stage), body: { questions: [...questions] } });
    return (await isTaken(signUp(stage, "silent")))
      ? [holds("missingAnswers", "accept", "a sign-up without a required answer was accepted")]
      : [holds("missingAnswers", "refuse", "a sign-up without a required answer was refused")];
  },
};

const panelists: Probe = {
  switches: ["unknownPanelist", "duplicatePanelist"],
  look: async (stage) => {
    const takeOff = stage.zoom.call("DELETE /webinars/{webinarId}/panelists/{panelistId}", {
      path: { ...path(stage), panelistId: address(stage, "no-panelist") },
    });
    const unknown = (await isTaken(takeOff))
      ? holds("unknownPanelist", "accept", "removing somebody who is not a panelist was accepted")
      : holds("unknownPanelist", "refuse", "removing somebody who is not a panelist was refused");
    const email = address(stage, "panelist");
    for (const name of ["Audit One", "Audit Two"]) {
      await stage.zoom.call("POST /webinars/{webinarId}/panelists", { path: path(stage), body: { panelists: [{ name, email }] } });
    }
    const { panelists: listed } = await stage.zoom.call("GET /webinars/{webinarId}/panelists", { path: path(stage) });
    const count = listed?.filter((panelist) => addressKey(panelist.email ?? "") === email).length ?? 0;
    const seen = `the same address, invited twice, is ${count} panelist${count === 1 ? "" : "s"}`;
    const value = count === 1 ? "same" : count === 2 ? "second" : null;
    return [unknown, value === null ? oneOf("duplicatePanelist", [], seen) : holds("duplicatePanelist", value, seen)];
  },
};

const DAY_MS = 86_400_000;

const longWindow: Probe = {
  switches: ["longWindow"],
  look: async ({ zoom, clock }) => {
    const day = (offset: number) => new Date(clock.now() + offset * DAY_MS).toISOString().slice(0, 10);
    let from: string | null | undefined;
    const report = zoom.call("GET /report/upcoming_events", { query: { from: day(0), to: day(60), page_size: 1 } }).then((reply) => {
      from = reply.from;
    });
    if (!(await isTaken(report))) return [holds("longWindow", "refuse", "a report about two months was refused")];
    return from === day(0)
      ? [oneOf("longWindow", [], "a report about two months was given in full")]
      : [holds("longWindow", "shorten", `a report about two months began ${from ?? "later"}`)];
  },
};

/** In the order in which they happen. */
export const PROBES: readonly Probe[] = [
  listLag,
  occurrences,
  rateHeaders,
  ending,
  signingUpTwice,
  deciding,
  cancelling,
  missingAnswers,
  panelists,
  longWindow,
];
