import { randomBytes, randomUUID } from "node:crypto";
import { isObject } from "../http/json.ts";
import { Refusal } from "../http/reply.ts";
import type { Courier } from "./courier.ts";
import { encryptedToken } from "./sign.ts";

/** What a webhook does wrong. The words are ours. */
export const refuse = (message: string) => new Refusal(400, 300, message);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Zoom's challenge: the receiver shows that it knows the secret. Throws `Refusal` if it does not. */
export const challenge = async (courier: Pick<Courier, "post">, { url, secret }: { url: string; secret: string }, nowMs: number): Promise<void> => {
  const plainToken = randomBytes(16).toString("base64url");
  const body = JSON.stringify({ payload: { plainToken }, event_ts: nowMs, event: "endpoint.url_validation" });
  const answer = await courier.post({ url, secret }, body, randomUUID());
  if (answer === null) throw refuse("The webhook did not answer the validation within 3 seconds.");
  const said = parse(answer.text);
  const isRight = isObject(said) && said.plainToken === plainToken && said.encryptedToken === encryptedToken(secret, plainToken);
  if (answer.status !== 200 || !isRight) throw refuse("The webhook did not answer the validation with its plainToken and the encryptedToken.");
};
