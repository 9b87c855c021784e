import type { Credentials } from "@zoom-webinar/auth";
import { memoryStore } from "@zoom-webinar/foundation";
import { emulated } from "@zoom-webinar/testing/emulated";
import { lossy } from "@zoom-webinar/testing/lossy";
import { type createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";

const webinar = { user_id: "me", topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" } as const;
const person = (signInId: string, id: string | null): Credentials => ({
  kind: "user",
  clientId: "app",
  signInId,
  user: id === null ? null : { id, email: `${id}@example.com` },
  keeper: { read: async () => "canary-refresh", replace: async () => true, lock: (work) => work({ fence: 1, assertHeld: async () => {} }) },
});
const token = (accessToken: string): Credentials => ({ kind: "access-token", accessToken });
const account = (accountId: string, clientId = DEMO_CREDENTIALS.clientId): Credentials => ({ ...DEMO_CREDENTIALS, accountId, clientId });

/** Sends whatever the credentials are with a token that the emulator knows: this is about our notes, not about Zoom's check. */
const asDemo = (emulator: ReturnType<typeof createEmulator>) => {
  let bearer: string | null = null;
  return async (request: Parameters<typeof emulator.send>[0]) => {
    bearer ??= await emulator
      .send({
        method: "POST",
        url: "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a",
        headers: { authorization: `Basic ${btoa("any:thing")}` },
      })
      .then(({ text }) => String((JSON.parse(text) as { access_token: string }).access_token));
    if (request.url.includes("/oauth/")) {
      return { status: 200, headers: {}, text: JSON.stringify({ access_token: bearer, refresh_token: "canary-refresh-2", expires_in: 3600 }) };
    }
    return emulator.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${bearer}` } });
  };
};

it.each<[string, Credentials, Credentials, "adopts" | "makes its own"]>([
  ["another account", account("A"), account("B"), "makes its own"],
  ["another app of the account", account("A", "one"), account("A", "two"), "makes its own"],
  ["another person", person("sign-in-1", "ada"), person("sign-in-2", "grace"), "makes its own"],
  ["a person of whom Zoom did not say who it is", person("sign-in-1", null), person("sign-in-2", null), "makes its own"],
  ["another token", token("canary-one"), token("canary-two"), "makes its own"],
  ["the same account", account("A"), account("A"), "adopts"],
  ["the same person, signed in anew", person("sign-in-1", "ada"), person("sign-in-2", "ada"), "adopts"],
  ["the same token", token("canary-one"), token("canary-one"), "adopts"],
])("what became of one account's write is settled by the same account alone: %s", async (_who, first, second, expected) => {
  const { emulator, clock } = emulated({ world: "empty" });
  const store = memoryStore({ clock });
  const parts = { clock, store, pace: false } as const;
  const isCreate = ({ method, url }: { method: string; url: string }) => method === "POST" && url.endsWith("/webinars");
  const lost = createSession({
    ...parts,
    credentials: first,
    send: lossy(asDemo(emulator), (request) => (isCreate(request) ? "not applied" : null)),
  });
  await expect(runOperation(createWebinar, webinar, lost)).rejects.toMatchObject({ code: "ambiguous" });

  // In the second one's account there is a webinar that looks the same, which a colleague made meanwhile.
  const other = emulated({ world: "empty", clock }).emulator;
  const send = asDemo(other);
  const colleague = createSession({ ...parts, store: memoryStore({ clock }), credentials: second, send });
  const { webinar: theirs } = await runOperation(createWebinar, webinar, colleague);
  const { webinar: made } = await runOperation(createWebinar, webinar, createSession({ ...parts, credentials: second, send }));
  expect(made.id === theirs.id ? "adopts" : "makes its own").toBe(expected);
});
