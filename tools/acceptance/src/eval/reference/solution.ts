import type { Answer, Desk } from "../desk.ts";

/** Does a task at a desk, as somebody who knows the tools. Returns what they say at the end. */
export type Solution = (desk: Desk) => Promise<string>;

/** The ID of a host's webinar with this title: the one call that most tasks begin with. */
export const idOf = async ({ call }: Desk, host: string, topic: string): Promise<string> => {
  const { webinars } = await call("list_webinars", { user_id: host, all: true });
  const found = webinars.find((webinar: Answer) => webinar.topic === topic);
  if (found === undefined) throw new Error(`${host} has no webinar called ${topic}`);
  return found.id;
};

export const ADA = "ada@example.com";
export const GRACE = "grace@example.com";
