import { assertProfileName, type CredentialNames, serverToServerTokens } from "@zoom-webinar/auth";
import { rememberSecret } from "@zoom-webinar/foundation";
import type { Level } from "@zoom-webinar/webinar-core/doors";
import { askTasks, stepsToMakeApp } from "./app-steps.ts";
import { readAuthPort } from "./auth-port.ts";
import { type AuthCall, openWorkshop, showResult, tell, type Workshop } from "./call.ts";
import { type Answers, askAnswers, type Form, readAnswers } from "./prompts.ts";

const APP: Form = {
  command: "zoom-webinar auth login --server-to-server",
  questions: [
    { field: "account_id", label: "Account ID" },
    { field: "client_id", label: "Client ID" },
    { field: "client_secret", label: "Client secret", isSecret: true },
  ],
};
const PERSON: Form = {
  command: "zoom-webinar auth login",
  questions: [
    { field: "client_id", label: "Client ID of the app" },
    { field: "client_secret", label: "Client secret", isSecret: true, isOptional: true },
  ],
};

/** Signs in and, once Zoom has issued a token, saves the credentials as a profile: those that do not work are not saved. */
export const login = async (call: AuthCall): Promise<void> => {
  const workshop = openWorkshop(call);
  try {
    assertProfileName(workshop.name);
    const isApp = call.flags.serverToServer === true;
    const level: Level = isApp ? "account" : "user";
    await showSteps(call, level);
    const answers = await answersOf(call, isApp ? APP : PERSON);
    rememberSecret(answers.client_secret);
    await (isApp ? keepApp(call, workshop, answers) : (await import("./login-person.ts")).keepPerson(call, workshop, answers));
  } finally {
    await workshop.close();
  }
};

/** The steps through the Marketplace, for people at a terminal and for anyone who asks with --for. */
const showSteps = async ({ flags, settings, deps, output }: AuthCall, level: Level): Promise<void> => {
  const words = typeof flags.for === "string" ? flags.for.split(",").map((word) => word.trim()) : null;
  const isAlone = flags.stdin === true || output.isJson || deps.io.stdin.isTTY !== true;
  if (words === null && (isAlone || typeof flags.clientId === "string")) return;
  const known = { hasClientId: typeof flags.clientId === "string", port: readAuthPort(flags.port) ?? null };
  await tell(deps.io, await stepsToMakeApp(deps, settings, words ?? (await askTasks(deps)), level, known));
};

const answersOf = ({ flags, deps: { io } }: AuthCall, form: Form): Promise<Answers> => {
  const given = Object.fromEntries(
    (
      [
        ["account_id", flags.accountId],
        ["client_id", flags.clientId],
      ] as const
    ).flatMap(([field, value]) => (typeof value === "string" && form.questions.some((question) => question.field === field) ? [[field, value]] : [])),
  );
  return flags.stdin === true ? readAnswers(io, form, given) : askAnswers(io, form, given);
};

/** How whoever signs in now gave the values: as JSON, or at the questions, and an ID perhaps as a flag, which counts less than a field of the JSON. */
const namesOf = ({ flags }: AuthCall): CredentialNames => {
  const isJson = flags.stdin === true;
  const [account = "", client = "", clientSecret = ""] = APP.questions.map(({ field, label }) => (isJson ? field : `the ${label}`));
  const named = (name: string, flag: string, value: unknown) => (value === undefined ? name : isJson ? `${name} or ${flag}` : flag);
  return {
    accountId: named(account, "--account-id", flags.accountId),
    clientId: named(client, "--client-id", flags.clientId),
    clientSecret,
    where: isJson ? " in the JSON of --stdin" : " that you gave",
  };
};

const keepApp = async (call: AuthCall, { name, profiles, parts, apiBaseUrl, oauthBaseUrl }: Workshop, answers: Answers): Promise<void> => {
  const { account_id: accountId = "", client_id: clientId = "", client_secret: clientSecret = "" } = answers;
  const credentials = { kind: "server-to-server", accountId, clientId, clientSecret } as const;
  const tokens = serverToServerTokens({ credentials, ...parts, names: namesOf(call) });
  const known = await tokens.peek();
  const { signal } = call.deps.io;
  // A token from earlier proves nothing about the values that were typed now.
  const token = await (known === null ? tokens.get({ signal }) : tokens.renew(known, { signal }));
  await profiles.put(name, { ...credentials, apiBaseUrl, oauthBaseUrl, createdAt: new Date().toISOString() });
  await showResult(call, `Signed in; kept as profile "${name}"`, {
    profile: name,
    kind: "server-to-server",
    account_id: accountId,
    client_id: clientId,
    expires_at: new Date(token.expiresAtMs).toISOString(),
    scopes: token.scopes,
    next: `zoom-webinar doctor${name === "default" ? "" : ` --profile ${name}`}`,
  });
};
