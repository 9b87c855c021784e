import type { Asked, Person, Plan, Stay, Zoom } from "./zoom.ts";

/** Grace's webinar of three tasks, held on 10 March 2027 from 16:00 to 16:45 UTC. */
export const GETTING_STARTED: Plan = {
  host: "grace@example.com",
  topic: "Getting started, March",
  start_time: "2027-03-10T11:00:00",
  timezone: "America/New_York",
  duration: 45,
};

const at = (minute: number) => new Date(Date.UTC(2027, 2, 10, 16, minute)).toISOString();

/** A stay in it, in minutes from the start. */
export const stay = (email: string, from: number, to: number): Stay => [email, at(from), at(to)];

/** A question in it, in minutes from the start. */
export const question = (email: string, minute: number, text: string): Asked => [email, at(minute), text];

/** Somebody whose address is their name. */
export const person = (name: string): Person => {
  const [first_name = "", last_name = ""] = name.split(" ");
  return { first_name, last_name, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.com` };
};

/** Holds it: the host is in throughout. `approval` is 0 for sign-ups at once, 1 by hand; by hand, who is named in `refused` or `waiting` gets no place. */
export const holdGettingStarted = async (
  zoom: Zoom,
  names: readonly string[],
  stays: readonly Stay[],
  {
    approval = 0,
    refused = [],
    waiting = [],
    asked = [],
  }: Partial<Record<"refused" | "waiting", readonly string[]>> & {
    approval?: 0 | 1;
    asked?: readonly Asked[];
  } = {},
): Promise<string> => {
  const id = await zoom.plan({ ...GETTING_STARTED, settings: { approval_type: approval } });
  await zoom.signUp(id, names.map(person));
  if (approval === 1) {
    const isIn = (name: string) => !refused.includes(name) && !waiting.includes(name);
    await zoom.decide(
      id,
      "approve",
      names.filter(isIn).map((name) => person(name).email),
    );
    if (refused.length > 0)
      await zoom.decide(
        id,
        "deny",
        refused.map((name) => person(name).email),
      );
  }
  await zoom.hold(id, [stay(GETTING_STARTED.host, 0, 45), ...stays], asked);
  return id;
};
