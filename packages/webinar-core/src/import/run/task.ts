import type { Person } from "../check/person.ts";
import type { RowStanding } from "../journal/events.ts";

/** Somebody as Zoom's list shows them. */
export interface Listed {
  id: string | null;
  status: "approved" | "pending" | "denied";
  /** By Zoom's clock (milliseconds since the epoch), null if the list does not say. */
  createdMs: number | null;
  joinUrl: string | null;
}

/** What Zoom's list showed at one time, by our clock. */
export interface Look {
  startedMs: number;
  endedMs: number;
  /** By key of a person. */
  listed: ReadonlyMap<string, Listed>;
}

/** What Zoom answered about one person. */
export interface Sent {
  standing: Extract<RowStanding, "done" | "pending">;
  id: string | null;
}

/** What is known of one person before anything is sent. */
export interface Before {
  standing: Extract<RowStanding, "open" | "already" | "denied" | "invalid">;
  message: string | null;
}

/** The one thing that an import does with each of its rows. */
export interface Task {
  /** Most people in one call. */
  size: number;
  /** True if doing it twice changes nothing and mails nobody: a call without an answer is then just repeated. */
  isRepeatable: boolean;
  /** Does it for some people, at most `size`. Returns one answer for each, in their order; null for one whom Zoom's answer does not name. */
  send(people: readonly Person[], options: { signal: AbortSignal }): Promise<(Sent | null)[]>;
  /** Reads the list: those whose keys are wanted. */
  look(wanted: { has(key: string): boolean }): Promise<ReadonlyMap<string, Listed>>;
  /** Takes over what another task's look showed, if sending needs it. */
  know?(listed: ReadonlyMap<string, Listed>): void;
  /** Whether it is to be done for somebody at all. */
  before(listed: Listed | undefined): Before;
  /** How somebody stands if it was done, judged by the list; null if the list does not show it. `sentMs`: when it was sent, by Zoom's clock. */
  after(listed: Listed | undefined, sentMs: number): Extract<RowStanding, "done" | "pending" | "already" | "denied"> | null;
}
