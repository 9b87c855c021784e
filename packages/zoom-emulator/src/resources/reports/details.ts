import type { Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { countPeople, minutesBetween, totalMinutes } from "./attendance.ts";
import { findReported } from "./find-held.ts";

/** GET /report/webinars/{webinarId}: what became of a webinar, in figures. */
export const reportDetails: Handler = (call) => {
  const { webinar, instance, host, isRunning } = findReported(call, { unknown: refusals.reportUnknown });
  const { id, topic, type, tracking_fields } = webinar;
  const { uuid, start_time, end_time, participants } = instance;
  return {
    status: 200,
    body: {
      id,
      uuid,
      topic,
      type,
      user_name: `${host.first_name} ${host.last_name}`,
      user_email: host.email,
      dept: host.dept,
      start_time,
      ...(isRunning ? {} : { end_time }),
      duration: minutesBetween(start_time, end_time),
      total_minutes: totalMinutes(instance),
      participants_count: countPeople(call, participants),
      custom_keys: [],
      tracking_fields,
    },
  };
};
