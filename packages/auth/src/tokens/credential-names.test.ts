import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { expect, it } from "vitest";
import { createTokens } from "./create-tokens.ts";
import { credentialNames } from "./credential-names.ts";
import { serverToServerTokens } from "./server-to-server.ts";

const credentials = { accountId: "account", clientId: "client", clientSecret: "canary-secret-7" };

const hintFor = (source: string | null, error: string): Promise<string | undefined> => {
  const clock = virtualClock();
  const send = async () => ({ status: 400, headers: {}, text: JSON.stringify({ reason: "no", error }) });
  const tokens = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock, names: credentialNames(source) });
  return tokens.get().then(
    () => undefined,
    ({ hint }: { hint?: string }) => hint,
  );
};

it.each([
  ["environment", "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and", "Check ZOOM_ACCOUNT_ID, and"],
  [".env", "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in .env of the working directory, and", "Check ZOOM_ACCOUNT_ID in .env"],
  ["--dotenv", "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in the file of --dotenv, and", "Check ZOOM_ACCOUNT_ID in the file of --dotenv"],
  [
    "profile prod",
    "Check the client ID and the client secret of profile prod (zoom-webinar auth login --server-to-server --profile prod replaces them), and",
    "Check the account ID of profile prod (",
  ],
  ["options", "Check clientId and clientSecret of the credentials passed in, and", "Check accountId of the credentials passed in"],
  ["emulator", "Check the client ID and the client secret, and", "Check the account ID, and"],
  [null, "Check the client ID and the client secret, and", "Check the account ID, and"],
])("a hint after a refusal names the credentials by where they came from: %s", async (source, client, grant) => {
  expect(await hintFor(source, "invalid_client")).toContain(client);
  expect(await hintFor(source, "invalid_grant")).toContain(grant);
});

it.each([
  ["environment", "the access token of ZOOM_ACCESS_TOKEN", "set ZOOM_ACCOUNT_ID"],
  ["options", "the access token that was passed in", "accountId, clientId and clientSecret"],
])("an access token that is refused is named by where it came from: %s", async (source, message, hint) => {
  const clock = virtualClock();
  const parts = { send: () => Promise.reject(new Error("not called")), store: memoryStore({ clock }), clock, oauthBaseUrl: "https://zoom.us" };
  const tokens = createTokens({ kind: "access-token", accessToken: "t-brought" }, { ...parts, allowBaseUrl: false, names: credentialNames(source) });
  const token = await tokens.get();
  await expect(tokens.renew(token)).rejects.toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) });
});
