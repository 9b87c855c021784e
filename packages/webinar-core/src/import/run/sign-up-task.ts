import { type ArgsOf, addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import type { Person } from "../check/person.ts";
import type { SendOptions } from "../journal/events.ts";
import { CALL_DEADLINE_MS, SKEW_MS } from "./bounds.ts";
import { lookForPeople } from "./look-for-people.ts";
import type { Sent, Task } from "./task.ts";

/** What signing people up needs to know. */
export interface SignUp {
  zoom: ZoomClient;
  webinarId: string;
  method: "single" | "batch";
  options: SendOptions;
  /** The status of somebody who signs up; null: not known. */
  status: "approved" | "pending" | null;
}

const MOST_IN_BATCH = 30;

type Body = ArgsOf<"POST /webinars/{webinarId}/registrants">["body"];

const toBody = ({ email, first_name, last_name, answers, custom_questions }: Person, { source, language }: SendOptions): Body => {
  const { purchasing_time_frame, role_in_purchase_process, no_of_employees, ...plain } = answers;
  return {
    ...plain,
    // The check made them values of Zoom's own lists, which is more than a record of texts can say.
    purchasing_time_frame: purchasing_time_frame as Body["purchasing_time_frame"],
    role_in_purchase_process: role_in_purchase_process as Body["role_in_purchase_process"],
    no_of_employees: no_of_employees as Body["no_of_employees"],
    email,
    first_name,
    last_name: last_name === "" ? undefined : last_name,
    custom_questions: custom_questions.length === 0 ? undefined : [...custom_questions],
    language: language as Body["language"],
    source_id: source,
  };
};

const standingOf = (status: string | undefined, joinUrl: string | undefined, usual: SignUp["status"]): Sent["standing"] => {
  if (status === "approved" || status === "pending") return status === "approved" ? "done" : "pending";
  return (usual ?? (joinUrl ? "approved" : "pending")) === "approved" ? "done" : "pending";
};

/** Signs people up for a webinar. */
export const signUpTask = ({ zoom, webinarId, method, options, status }: SignUp): Task => {
  const path = { webinarId };
  const sendOne = async (person: Person, signal: AbortSignal): Promise<Sent> => {
    const {
      registrant_id,
      join_url,
      status: told,
    } = await zoom.call(
      "POST /webinars/{webinarId}/registrants",
      { path, query: { occurrence_ids: options.occurrence_ids?.join(",") }, body: toBody(person, options) },
      { signal, deadlineMs: CALL_DEADLINE_MS },
    );
    return { standing: standingOf(told, join_url, status), id: registrant_id ?? null };
  };
  const sendBatch = async (people: readonly Person[], signal: AbortSignal): Promise<(Sent | null)[]> => {
    const { registrants = [] } = await zoom.call(
      "POST /webinars/{webinarId}/batch_registrants",
      {
        path,
        body: {
          auto_approve: options.auto_approve,
          registrants: people.map(({ email, first_name, last_name }) => ({ email, first_name, last_name: last_name === "" ? undefined : last_name })),
        },
      },
      { signal, deadlineMs: CALL_DEADLINE_MS },
    );
    const byKey = new Map(registrants.map((one) => [addressKey(one.email ?? ""), one]));
    return people.map(({ key }) => {
      const added = byKey.get(key);
      if (added === undefined) return null;
      const usual = options.auto_approve === true ? "approved" : status;
      return { standing: standingOf(undefined, added.join_url, usual), id: added.registrant_id ?? null };
    });
  };
  return {
    size: method === "batch" ? MOST_IN_BATCH : 1,
    isRepeatable: false,
    send: async (people, { signal }) =>
      method === "batch" ? sendBatch(people, signal) : Promise.all(people.map((person) => sendOne(person, signal))),
    look: (wanted) => lookForPeople(zoom, webinarId, wanted),
    before: (listed) => {
      if (listed === undefined) return { standing: "open", message: null };
      if (listed.status === "denied") return { standing: "denied", message: "was denied or cancelled before; approve this person to let them in" };
      return { standing: "already", message: listed.status === "pending" ? "is registered already and waits for approval" : null };
    },
    after: (listed, sentMs) => {
      if (listed === undefined) return null;
      if (listed.status === "denied") return "denied";
      if (listed.createdMs !== null && listed.createdMs + SKEW_MS < sentMs) return "already";
      return listed.status === "pending" ? "pending" : "done";
    },
  };
};
