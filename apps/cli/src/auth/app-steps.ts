import { type Level, TASKS } from "@zoom-webinar/webinar-core/doors";
import { needsInUse, scopesToPaste } from "@zoom-webinar/webinar-core/doors/scopes";
import type { CliDeps } from "../deps.ts";
import { answerTo, canAsk } from "../questions.ts";
import type { Settings } from "../settings.ts";

/** Tasks that a person ticks at the terminal. Empty, which means all tasks, if there is no terminal. */
export const askTasks = async ({ io }: CliDeps): Promise<readonly string[]> => {
  if (!canAsk(io)) return [];
  return answerTo<string[]>(io, ({ multiselect }, streams) =>
    multiselect({
      message: "What is it for? (space ticks, enter goes on)",
      options: TASKS.map(({ id, title }) => ({ value: id, label: title })),
      initialValues: ["hosts", "plan", "register", "results"],
      required: true,
      ...streams,
    }),
  );
};

/** What the command line has said already of a person's app. */
interface KnownApp {
  hasClientId: boolean;
  /** The port that a sign-in comes back to; null: any. */
  port: number | null;
}

/** The steps to make an app in the Zoom Marketplace, with exactly the scopes that the chosen work needs, as far as `--safety` and `--reveal` allow it. */
export const stepsToMakeApp = async (
  { catalog }: Pick<CliDeps, "catalog">,
  settings: Settings,
  words: readonly string[],
  level: Level,
  known: KnownApp,
): Promise<string> => {
  const scopes = scopesToPaste(await needsInUse(catalog, settings, words), level);
  const list = scopes.map((scope) => `     ${scope}`);
  return level === "account" ? appSteps(list) : personSteps(list, known);
};

const appSteps = (scopes: readonly string[]): string =>
  [
    "1. Open https://marketplace.zoom.us/develop/create as an admin and make a Server-to-Server OAuth app.",
    `2. Under Scopes, add these ${scopes.length}, and no others:`,
    ...scopes,
    "3. Under Activation, activate the app.",
    "4. From App Credentials, bring account ID, client ID and client secret here.",
  ].join("\n");

const personSteps = (scopes: readonly string[], { hasClientId, port }: KnownApp): string =>
  [
    "1. Open https://marketplace.zoom.us/develop/create and make a General App, managed by the user, for public clients (PKCE, no secret).",
    port === null
      ? "2. Under OAuth, allow the redirect address that is printed together with the sign-in link (http://127.0.0.1:<port>/callback; --port N uses the same port every time)."
      : `2. Under OAuth, allow the redirect address http://127.0.0.1:${port}/callback.`,
    `3. Under Scopes, add these ${scopes.length}, and no others:`,
    ...scopes,
    ...(hasClientId ? [] : ["4. Bring the client ID here."]),
  ].join("\n");
