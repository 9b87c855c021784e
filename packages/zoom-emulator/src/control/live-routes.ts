import type { Check } from "../rules/validate.ts";
import { LIVE_ROWS } from "./live-actions.ts";
import type { WebinarKey } from "./live-controls.ts";
import { type ControlRoutes, route } from "./route.ts";

const anything: Check = () => [];

/** The routes of what happens on air. */
export const LIVE_ROUTES: ControlRoutes = Object.fromEntries(
  LIVE_ROWS.map(([name, { path, check, answer }]) => [
    `POST /emulator/webinars/{id}/${path}`,
    route<unknown>(check ?? anything, async ({ controls }, body, { id = "", ...places }) => {
      const act = controls[name] as (webinarId: WebinarKey, ...given: unknown[]) => Promise<unknown>;
      const result = await act(id, ...Object.values(places), ...(check === undefined ? [] : [body]));
      return answer?.(result, id);
    }),
  ]),
);
