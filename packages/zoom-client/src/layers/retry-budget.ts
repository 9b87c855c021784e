/** Tokens that all calls of a client share, and what a repeat costs. Source: AWS SDKs' retry quota (500), with their newer, dearer rates. */
const TOKENS = 500;
const COST = { limited: 5, transient: 14 } as const;
/** A call that succeeds at once gives a little back, so that the budget recovers while all is well. */
const REFUND_AT_ONCE = 1;

/** Bounds the repeats of all calls together: when everything fails, a client soon sends first attempts only. */
export interface RetryBudget {
  /** Pays for one repeat: the tokens taken, or null if they do not suffice. */
  take(kind: keyof typeof COST): number | null;
  /** A call succeeded; `paid` is what its repeats took. */
  succeeded(paid: number): void;
}

/** A full budget. */
export const retryBudget = (): RetryBudget => {
  let left = TOKENS;
  return {
    take: (kind) => {
      const cost = COST[kind];
      if (left < cost) return null;
      left -= cost;
      return cost;
    },
    succeeded: (paid) => {
      left = Math.min(TOKENS, left + Math.max(paid, REFUND_AT_ONCE));
    },
  };
};
