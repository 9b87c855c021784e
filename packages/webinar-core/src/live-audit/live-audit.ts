import { CancelledError, isZoomWebinarError, PartialError, PolicyError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { commandIn } from "../account/account-flags.ts";
import { isReadOnly } from "../policy/safety.ts";
import { withCall } from "../run.ts";
import type { Session } from "../session/session.ts";
import { PROBES, type Stage } from "./probes.ts";
import { OUT_OF_SIGHT, type SeenSwitch, type UnseenSwitch } from "./seen-switches.ts";
import { type Removal, withThrowaway } from "./throwaway.ts";

/** How to look. */
export interface LiveAuditOptions {
  /** Who hosts the throwaway webinar: user id or e-mail. */
  host: string;
  /** Stops it; the webinar that it made is removed anyway. */
  signal?: AbortSignal | undefined;
  /** Called with the webinar as soon as it is there. */
  onCreated?: ((id: string) => void) | undefined;
}

/** What an account showed of what Zoom's documents leave open. */
export interface LiveAuditReport {
  /** Whose throwaway webinar it was, by e-mail or user ID. */
  host: string;
  /** Id of the throwaway webinar. */
  webinar_id: string;
  /** Whether that webinar is gone again. */
  removed: boolean;
  /** Why it could not be removed; null if it was. */
  reason: string | null;
  /** What the account showed, by the emulator's switch. */
  switches: readonly SeenSwitch[];
  /** What it did not show, and why. */
  not_seen: readonly UnseenSwitch[];
}

/** What a live audit does, for the person who is asked before. */
export const describeLiveAudit = (host: string): string =>
  [
    `Make one recurring webinar of ${host}, a month from now, and remove it at the end, also on failure.`,
    "In between: sign up two made-up addresses at example.com, approve and cancel one, invite one as panelist, demand a form field, and end the webinar that is not running.",
    "All its mails are switched off; if Zoom sends one anyway, it goes to example.com; nobody reads mail there.",
  ].join("\n");

const look = async (stage: Stage): Promise<Pick<LiveAuditReport, "switches" | "not_seen">> => {
  const switches: SeenSwitch[] = [];
  const unseen: UnseenSwitch[] = [];
  for (const probe of PROBES) {
    if (stage.signal?.aborted) throw new CancelledError();
    try {
      switches.push(...(await probe.look(stage)));
    } catch (error) {
      // What this account or app may not do says nothing about the other probes.
      if (!isZoomWebinarError(error) || error.code === "cancelled") throw error;
      unseen.push(...probe.switches.map((name) => ({ switch: name, why: [error.message, error.hint].filter(Boolean).join(" ") })));
    }
  }
  return { switches, not_seen: [...unseen, ...OUT_OF_SIGHT] };
};

const notRemoved = ({ id, reason }: Removal, cause: unknown, { account }: Session): PartialError =>
  new PartialError(`The live audit ended early, and its webinar ${id} could not be removed: ${reason}`, {
    hint: `Remove it: ${commandIn(account, `webinars delete ${id}`)}`,
    details: { items: [{ webinar_id: id, removed: false }] },
    cause,
  });

/**
 * Makes one throwaway webinar, looks what this account does where Zoom's documents are silent, and removes the webinar in every case: after a failure and
 * after `signal`, too. Asks nobody: who calls it has shown `describeLiveAudit`. Writes to nobody but addresses at example.com.
 * Throws `PolicyError` in a read-only session, what the creation was refused with, `CancelledError`, or `PartialError` that names the webinar if it
 * could not be removed after any of these.
 */
export const liveAudit = async (session: Session, { host, signal, onCreated }: LiveAuditOptions): Promise<LiveAuditReport> => {
  if (isReadOnly(session.safety)) {
    throw new PolicyError("not_allowed", "A live audit makes and removes a webinar, and this session only reads.", {
      hint: "Allow it with --safety confirm.",
    });
  }
  const { clock, observation, zoom: unstoppable } = session;
  const zoom: ZoomClient = signal === undefined ? unstoppable : withCall(unstoppable, signal);
  let removal: Removal | undefined;
  let found: Awaited<ReturnType<typeof look>> | undefined;
  try {
    await withThrowaway(
      { zoom, unstoppable, clock, host, onCreated: onCreated ?? (() => {}) },
      async (throwaway) => {
        found = await look({ ...throwaway, zoom, clock, host, observation, signal });
      },
      (done) => {
        removal = done;
      },
    );
  } catch (error) {
    if (removal?.removed === false) throw notRemoved(removal, error, session);
    throw error;
  }
  const { id, removed, reason } = removal as unknown as Removal; // reported whenever there was a webinar; without one it threw
  return { host, webinar_id: id, removed, reason, ...(found as Awaited<ReturnType<typeof look>>) };
};
