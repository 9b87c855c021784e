/** A webhook on its way. */
export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  signal: AbortSignal;
}

/** Posts a webhook and returns what the receiver says. Rejects if there is no answer. */
export type WebhookSend = (request: WebhookRequest) => Promise<{ status: number; text: string }>;

/** Sends over the network, without following a redirect: it could lead away from this machine. */
export const sendOverNetwork: WebhookSend = async ({ url, headers, body, signal }) => {
  const answer = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
};

/** True for an address on this machine. */
export const isLoopback = (url: URL): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(url.hostname);
