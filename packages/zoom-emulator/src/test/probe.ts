import { virtualClock } from "@zoom-webinar/foundation";
import { expect } from "vitest";
import { createEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";
import type { HttpRequest, HttpResponse } from "../http/messages.ts";
import { matchEndpoint } from "../http/routes.ts";
import { DEMO_CREDENTIALS } from "../oauth/oauth.ts";
import type { EmulatorOptions } from "../options.ts";
import { answerFaults } from "../validate/answer.ts";

/** An answer with its body parsed; `body` is loose, since tests know what they asked for. */
export interface Answer {
  status: number;
  headers: HttpResponse["headers"];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects; a wrong one fails the assertion
  body: any;
}

const API = "https://api.zoom.us/v2";

/** Asks for a token as a server-to-server app does. */
export const askToken = async (emulator: Emulator, fields: Record<string, string> = {}, credentials = DEMO_CREDENTIALS): Promise<Answer> => {
  const { clientId, clientSecret, accountId } = credentials;
  const response = await emulator.send({
    method: "POST",
    url: "https://zoom.us/oauth/token",
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ grant_type: "account_credentials", account_id: accountId, ...fields }).toString(),
  });
  return { ...response, body: JSON.parse(response.text) };
};

/** Calls the API with a token. */
export type Call = (method: HttpRequest["method"], path: string, body?: unknown) => Promise<Answer>;

/**
 * Calls an emulator, and holds each answer to two rules that need no test of their own: it agrees with the OpenAPI document, without a field too many;
 * and a refused request leaves the state as it was. `signIn` asks for a new token, as an hour may have passed.
 */
export const callerOf = async (emulator: Emulator) => {
  let token = "";
  const signIn = async () => {
    token = (await askToken(emulator)).body.access_token;
  };
  await signIn();
  const call: Call = async (method, path, body) => {
    const before = JSON.stringify(await emulator.state.snapshot());
    const response = await emulator.send({
      method,
      url: `${API}${path}`,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const endpoint = matchEndpoint(method, path.split("?")[0] ?? "");
    if (endpoint !== null) expect(answerFaults(endpoint.id, response.status, response.text)).toBe("");
    if (response.status >= 400) expect(JSON.stringify(await emulator.state.snapshot())).toBe(before);
    return { ...response, body: response.text === "" ? undefined : JSON.parse(response.text) };
  };
  return { call, signIn };
};

/** An emulator on a virtual clock (2027-01-15T12:00:00Z), with a caller. */
export const probe = async (options: EmulatorOptions = {}) => {
  const clock = virtualClock();
  const emulator = createEmulator({ clock, ...options });
  return { clock, emulator, ...(await callerOf(emulator)) };
};

/** A webinar with sign-up at grace@example.com, unless told otherwise. */
export const planWebinar = async (call: Call, fields: Record<string, unknown> = {}): Promise<Answer["body"]> => {
  const { status, body } = await call("POST", "/users/grace@example.com/webinars", {
    topic: "Planned for a test",
    start_time: "2027-02-01T15:00:00Z",
    settings: { approval_type: 0 },
    ...fields,
  });
  expect(status).toBe(201);
  return body;
};

/** What a refusal says, in brief: "400/300 Validation Failed. [topic]". */
export const refusalOf = ({ status, body }: Answer): string => {
  const fields = body.errors === undefined ? "" : ` [${body.errors.map((fault: { field: string }) => fault.field).join(", ")}]`;
  return `${status}/${body.code} ${body.message}${fields}`;
};
