import { createHmac } from "node:crypto";

const hmac = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");

/** The two headers by which a receiver knows that Zoom sent this body. Source: Zoom API. */
export const signatureHeaders = (secret: string, body: string, nowMs: number): Record<string, string> => {
  const timestamp = String(Math.floor(nowMs / 1000));
  return { "x-zm-request-timestamp": timestamp, "x-zm-signature": `v0=${hmac(secret, `v0:${timestamp}:${body}`)}` };
};

/** What a receiver has to answer to a challenge, beside the challenge itself. */
export const encryptedToken = (secret: string, plainToken: string): string => hmac(secret, plainToken);
