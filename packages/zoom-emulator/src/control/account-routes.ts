import { ACCOUNT_ROWS } from "./account-actions.ts";
import { type ControlRoutes, route } from "./route.ts";

/** The routes of what is done to the account. */
export const ACCOUNT_ROUTES: ControlRoutes = Object.fromEntries(
  ACCOUNT_ROWS.map(([name, { method, path, check, read, answer }]) => [
    `${method} /emulator/${path}`,
    route<unknown>(check ?? (() => []), async ({ controls }, body, places) => {
      const act = controls[name] as (...given: readonly unknown[]) => Promise<unknown>;
      return answer?.(await act(...read(places, body)));
    }),
  ]),
);
