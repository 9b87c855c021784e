import type { Changer } from "../rules/change.ts";
import type { Check } from "../rules/validate.ts";
import { LIVE_ACTIONS, type LiveAction } from "./live-actions.ts";
import { type ControlRoutes, route } from "./route.ts";

/** Names a webinar. */
export type WebinarKey = string | number;

type Actions = typeof LIVE_ACTIONS;

/** What people do in a webinar. All of it throws `Refusal` if it cannot be: the webinar is unknown or not on air, the person is not in it. */
export type LiveControls = {
  readonly [Name in keyof Actions]: Actions[Name] extends LiveAction<infer Given, infer Result>
    ? (webinarId: WebinarKey, ...given: Given) => Promise<Result>
    : never;
};

/** A row whose types the table alone knows. */
type AnyAction = LiveAction<readonly unknown[], unknown>;
const rows = Object.entries(LIVE_ACTIONS) as unknown as readonly (readonly [keyof Actions, AnyAction])[];

/** The controls of what happens on air. What one does is loaded when it is first used. */
export const createLiveControls = (change: Changer): LiveControls => {
  const controls = rows.map(([name, { load }]) => [
    name,
    async (webinarId: WebinarKey, ...given: unknown[]) => {
      const [act, { webinarOf }] = await Promise.all([load(), import("./live/who.ts")]);
      return change((now) => act(now, webinarOf(now.state, webinarId), ...given));
    },
  ]);
  // Each control takes and returns what its row says.
  return Object.fromEntries(controls) as LiveControls;
};

const anything: Check = () => [];

/** The routes of what happens on air. */
export const LIVE_ROUTES: ControlRoutes = Object.fromEntries(
  rows.map(([name, { path, check, answer }]) => [
    `POST /emulator/webinars/{id}/${path}`,
    route<unknown>(check ?? anything, async ({ controls }, body, { id = "", ...places }) => {
      const act = controls[name] as (webinarId: WebinarKey, ...given: unknown[]) => Promise<unknown>;
      const result = await act(id, ...Object.values(places), ...(check === undefined ? [] : [body]));
      return answer?.(result, id);
    }),
  ]),
);
