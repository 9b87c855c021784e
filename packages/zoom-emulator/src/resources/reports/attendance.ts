import type { Call } from "../../rules/call.ts";
import type { InstanceRecord, ParticipantRecord } from "../../state/state.ts";
import { personKey } from "./people.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** Milliseconds from one Zoom time to another. */
const between = (start: string, end: string): number => Date.parse(end) - Date.parse(start);

/** Minutes from one time to another, the last one begun counting whole, as in Zoom's examples. */
export const minutesBetween = (start: string, end: string): number => Math.ceil(between(start, end) / MINUTE_MS);

/** Seconds that a joining lasted; 0 for a while after the end, if a switch says so. */
export const secondsOf = ({ switches, nowMs }: Call, instance: InstanceRecord, { join_time, leave_time }: ParticipantRecord): number =>
  nowMs < Date.parse(instance.end_time) + switches.participantsDelayMs ? 0 : between(join_time, leave_time ?? instance.end_time) / SECOND_MS;

/** Minutes of all joinings together. */
export const totalMinutes = (instance: InstanceRecord): number => {
  const ms = instance.participants.reduce((sum, { join_time, leave_time }) => sum + between(join_time, leave_time ?? instance.end_time), 0);
  return Math.ceil(ms / MINUTE_MS);
};

/** How many people came: each once, or each joining once, as a switch says. */
export const countPeople = ({ switches }: Call, participants: readonly ParticipantRecord[]): number =>
  switches.participantsCount === "rows" ? participants.length : new Set(participants.map(personKey)).size;

/** Most joinings at one time. Who leaves in the second in which another joins is gone by then. */
export const mostAtOnce = (participants: readonly ParticipantRecord[], endTime: string): number => {
  const steps = participants
    .flatMap(({ join_time, leave_time }) => [
      { at: Date.parse(join_time), change: 1 },
      { at: Date.parse(leave_time ?? endTime), change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  let most = 0;
  for (const { change } of steps) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
};
