import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { nounOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { JoiningRow } from "../engine/input.ts";
import { toSecond } from "../engine/seconds.ts";
import { readPart } from "./part.ts";
import type { KnownInstance } from "./sessions.ts";

const LARGEST_PAGE = 300;

/** What the dashboard says of a webinar that no report knows: the instance that runs, why nobody can see whether one runs, or that none does. */
export type Live = { readonly running: KnownInstance } | { readonly refusal: ZoomWebinarError } | null;

/** Reads the instance that runs now from the dashboard: Zoom's reports and lists do not have it before its end. */
export const readLive = async ({ zoom, progress }: OperationContext, webinarId: string): Promise<Live> => {
  const path = { webinarId };
  const type = "live" as const;
  const { value, refusal } = await readPart(() => zoom.call("GET /metrics/webinars/{webinarId}", { path, query: { type } }));
  if (value === null) return refusal === null || refusal.code === "not_found" ? null : { refusal };
  const joinings = await readPart(async () => {
    const rows: JoiningRow[] = [];
    const query = { type, include_fields: "registrant_id" as const, page_size: LARGEST_PAGE };
    for await (const page of zoom.pages("GET /metrics/webinars/{webinarId}/participants", { path, query })) {
      for (const { registrant_id, email, participant_user_id, id, user_name, join_time, leave_time } of page.participants ?? [])
        rows.push({
          ...{ registrant_id, user_email: email, participant_user_id, id, name: user_name },
          ...{ join_time: toSecond(join_time) ?? undefined, leave_time: toSecond(leave_time) ?? undefined },
        });
      progress({ done: rows.length, total: page.total_records ?? null, message: nounOf(page.total_records ?? rows.length, "joining") });
    }
    return rows;
  });
  const { uuid, start_time, host, email: user_email } = value;
  return {
    running: {
      listed: { uuid: uuid ?? null, start: toSecond(start_time), start_time: start_time ?? null, occurrence_id: null },
      details: { value: { uuid, id: webinarId, start_time, user_name: host, user_email }, refusal: null },
      joinings,
    },
  };
};
