import { randomBytes } from "node:crypto";
import type { HttpResponse } from "./messages.ts";
import { Refusal, type Reply } from "./reply.ts";

/** Zoom puts one on every answer, for its support to find the request again. */
const trackingId = () => `v=2.0;clid=us02;rid=WEB_${randomBytes(16).toString("hex")}`;

/** The answer as it goes over the wire; `headers` are those that every answer of this request carries. */
export const toResponse = (reply: Reply, headers: Readonly<Record<string, string>> = {}): HttpResponse => {
  const text = reply.body === undefined ? "" : JSON.stringify(reply.body);
  return {
    status: reply.status,
    headers: {
      "x-zm-trackingid": trackingId(),
      ...(text === "" ? {} : { "content-type": "application/json;charset=UTF-8" }),
      ...headers,
      ...reply.headers,
    },
    text,
  };
};

/** Runs `answer`; a refusal becomes its answer by `render`, any other error goes on. */
export const orRefusal = async (render: (reply: Reply) => HttpResponse, answer: () => Promise<HttpResponse>): Promise<HttpResponse> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return render(error.toReply());
    throw error;
  }
};
