import { asObject, asText, compact, type JsonObject } from "../../http/json.ts";
import type { Change } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { clean } from "../../rules/validate.ts";
import type { UserRecord, WebinarRecord } from "../../state/state.ts";
import type { SimuliveRecord } from "../../state/webinar-record.ts";
import { delay as delayCheck } from "./webinar-fields.ts";

/** What a simulive webinar is checked against. */
export interface SimuliveBase {
  type: WebinarRecord["type"];
  host: UserRecord | undefined;
  /** True if it is planned for somebody else than the caller. */
  forOthers: boolean;
  current: SimuliveRecord | null;
}

/**
 * What a create or update says about playing a recording, null for a live webinar. Throws `Refusal` in Zoom's words: not enabled, planned for others,
 * without a fixed time, or a recording that does not exist.
 */
export const simuliveOf = ({ state }: Change, body: JsonObject, { type, host, forOthers, current }: SimuliveBase): SimuliveRecord | null => {
  const isOn = body.is_simulive ?? current !== null;
  if (isOn !== true) return null;
  assertOn(state, "simulive", host);
  if (forOthers) throw refusals.simuliveForOthers();
  if (type === 6) throw refusals.simuliveWithoutTime();
  const record_file_id = asText(body.record_file_id) ?? current?.record_file_id ?? "";
  if (!state.account.recordings.includes(record_file_id)) throw refusals.recordingUnknown();
  const delay = body.simulive_delay_start;
  return {
    record_file_id,
    transition_to_live: body.transition_to_live === undefined ? (current?.transition_to_live ?? false) : body.transition_to_live === true,
    delay: delay === undefined ? (current?.delay ?? null) : { timeunit: "second", ...asObject(clean(delayCheck, delay)) },
  };
};

/** The fields that a simulive webinar shows besides all others'. */
export const toSimulive = (simulive: SimuliveRecord | null): JsonObject =>
  simulive === null
    ? {}
    : compact({
        is_simulive: true,
        record_file_id: simulive.record_file_id,
        transition_to_live: simulive.transition_to_live,
        simulive_delay_start: simulive.delay,
      });
