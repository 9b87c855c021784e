import type { JSONRPCMessage, RequestId } from "@modelcontextprotocol/server";

type Answer = JSONRPCMessage | object;

interface Batch {
  readonly waiting: Set<RequestId>;
  readonly answers: Answer[];
}

/** Answers of batches, which go out together. */
export interface Batches {
  /** Starts one: the ids that will be answered, and answers that are there already. */
  open(ids: readonly RequestId[], answers: readonly Answer[]): void;
  /** Takes an answer for its batch; false if it belongs to none. */
  take(id: RequestId, answer: Answer): boolean;
  /** Waits no longer for an id that will not be answered. */
  drop(id: RequestId): void;
}

/** Keeps answers until their batch is complete, then hands all of them to `write`. A batch that nobody waits for is not answered. */
export const createBatches = (write: (answers: readonly Answer[]) => void): Batches => {
  const byId = new Map<RequestId, Batch>();
  const settle = (batch: Batch, id: RequestId): void => {
    byId.delete(id);
    batch.waiting.delete(id);
    if (batch.waiting.size === 0 && batch.answers.length > 0) write(batch.answers);
  };
  return {
    open: (ids, answers) => {
      const batch: Batch = { waiting: new Set(ids), answers: [...answers] };
      for (const id of batch.waiting) byId.set(id, batch);
      if (batch.waiting.size === 0 && answers.length > 0) write(answers);
    },
    take: (id, answer) => {
      const batch = byId.get(id);
      if (batch === undefined) return false;
      batch.answers.push(answer);
      settle(batch, id);
      return true;
    },
    drop: (id) => {
      const batch = byId.get(id);
      if (batch !== undefined) settle(batch, id);
    },
  };
};
