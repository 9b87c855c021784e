import type { Changer } from "../rules/change.ts";
import { type LIVE_ACTIONS, LIVE_ROWS, type LiveAction } from "./live-actions.ts";

/** Names a webinar. */
export type WebinarKey = string | number;

type Actions = typeof LIVE_ACTIONS;

/** What people do in a webinar. All of it throws `Refusal` if it cannot be: the webinar is unknown or not on air, the person is not in it. */
export type LiveControls = {
  readonly [Name in keyof Actions]: Actions[Name] extends LiveAction<infer Given, infer Result>
    ? (webinarId: WebinarKey, ...given: Given) => Promise<Result>
    : never;
};

/** The controls of what happens on air. What one does is loaded when it is first used. */
export const createLiveControls = (change: Changer): LiveControls => {
  const controls = LIVE_ROWS.map(([name, { load }]) => [
    name,
    async (webinarId: WebinarKey, ...given: unknown[]) => {
      const [act, { webinarOf }] = await Promise.all([load(), import("./live/who.ts")]);
      return change((now) => act(now, webinarOf(now.state, webinarId), ...given));
    },
  ]);
  // Each control takes and returns what its row says.
  return Object.fromEntries(controls) as LiveControls;
};
