import type { Progress } from "@zoom-webinar/webinar-core";

/** One `tools/call`, whatever the protocol's era and transport. */
export interface ToolCall {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Aborts when the client cancels or goes away. */
  readonly signal: AbortSignal;
  /** Sends one progress notification; null if the client asked for none. */
  readonly sendProgress: ((progress: Progress) => Promise<void>) | null;
  /** Whether a form can be put before a person on this request. */
  readonly canAsk: boolean;
  /** What a question of ours left with the client, its signature checked; null if this is the first round. */
  readonly state: string | null;
  /**
   * What came back for that question. Anything but an accepted and ticked form is a refusal, or, if it was closed without an answer, "dismissed"; "missing" is
   * no answer at all, "malformed" one that no client should send.
   */
  readonly answer: "missing" | "agreed" | "refused" | "dismissed" | "malformed";
  /** W3C trace context of the caller, null if there is none or it is malformed. */
  readonly traceparent: string | null;
}

/** A tool result as it goes out. */
export interface ToolResult {
  content: { type: "text"; text: string }[];
  structuredContent: Record<string, unknown>;
  isError?: true;
}

/** A question for the person in front of the client, with what the client has to bring back. */
export interface Question {
  readonly message: string;
  readonly state: string;
}

export type ToolAnswer = { readonly result: ToolResult } | { readonly question: Question };

/** The call itself is wrong: no such tool, arguments of a forbidden size. Goes out as a protocol error, since no result can be promised. */
export class MalformedCall extends Error {
  /** Facts for programs, such as the URI that is unknown. */
  readonly data: unknown;
  constructor(message: string, data?: unknown) {
    super(message);
    this.data = data;
  }
}
