// What the two processes do, by kind. Each gives a function that does it once; `count` marks a step that is not an act on a file, such as a request.

import { createTokens, profileStore, toCredentials } from "@zoom-webinar/auth";
import { fileStore, systemClock } from "@zoom-webinar/foundation";
import { createSession, manifest, runOperation } from "@zoom-webinar/webinar-core/doors";
import { openStoredEmulator } from "@zoom-webinar/zoom-emulator";

const STALE_MS = 200;

/** Sends over the network, with a step before the request and one after the answer. */
const sender = (count) => async (request) => {
  count();
  const reply = await fetch(request.url, { method: request.method, headers: request.headers, body: request.body });
  const text = await reply.text();
  count();
  return { status: reply.status, headers: {}, text };
};

export const kinds = {
  /** Deletes a webinar with the confirmation that lies in the store for this turn; "done", or the code of the refusal. */
  confirmation: async (folder, url, count) => {
    const store = fileStore({ folder, staleMs: STALE_MS });
    const send = sender(count);
    const deletion = await manifest.find(({ id }) => id === "webinars.delete").load();
    return async (turn) => {
      // A session of its own each time: it has to read the signing key as a process does that just started.
      const session = createSession({
        credentials: { kind: "access-token", accessToken: "token-of-the-test" },
        apiBaseUrl: url,
        store,
        send,
        safety: "confirm",
        pace: false,
        onInternalError: (error) => console.error(error),
      });
      const { value } = await store.get(`test:token:${turn}`);
      const input = { webinar_id: String(95_000_000_000 + turn) };
      return runOperation(deletion, input, session, { confirmToken: value }).then(
        () => "done",
        (error) => error.code,
      );
    };
  },

  /** Gets a token that has run out for everybody; "ok" if Zoom knows it. */
  refresh: async (folder, url, count) => {
    const profiles = profileStore(fileStore({ folder: `${folder}/config`, staleMs: STALE_MS }));
    const parts = { send: sender(count), store: fileStore({ folder: `${folder}/state`, staleMs: STALE_MS }), clock: systemClock, oauthBaseUrl: url };
    return async () => {
      const credentials = toCredentials("ada", await profiles.get("ada"), profiles);
      const { value } = await createTokens(credentials, { ...parts, allowBaseUrl: false }).get();
      return value.startsWith("canary-access-") ? "ok" : value;
    };
  },

  /** Registers one person at a webinar of the emulator, by a name that holds the turn and the process. */
  emulator: async (folder, webinar) => {
    const emulator = await openStoredEmulator({ folder, rateLimits: false, staleMs: STALE_MS, world: "empty" });
    const ask = async (url, headers, body) => {
      const { status, text } = await emulator.send({ method: "POST", url, headers, body });
      return { status, json: JSON.parse(text) };
    };
    const basic = { authorization: `Basic ${btoa("any:thing")}` };
    const { json } = await ask("https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a", basic);
    return async (turn) => {
      const email = `p${turn}-${process.pid}@example.com`;
      const body = JSON.stringify({ email, first_name: "Pat" });
      const { status } = await ask(`https://api.zoom.us/v2/webinars/${webinar}/registrants`, { authorization: `Bearer ${json.access_token}` }, body);
      return status === 201 ? email : `status ${status}`;
    };
  },
};
