const NEAR = 0.035;
const LANES = 3;

export interface Badge {
  /** Place along the width, 0 to 1. */
  share: number;
  /** 0 is the uppermost row. */
  lane: number;
}

/** Rows for badges along a line, so that neighbours do not overlap; with more than three at one place the last ones do. */
export const badgesOf = (shares: readonly number[]): Badge[] => {
  const taken: number[] = [];
  return shares.map((share) => {
    const free = Array.from({ length: LANES }, (_lane, index) => index).find((index) => Math.abs(share - (taken[index] ?? -1)) > NEAR);
    const lane = free ?? LANES - 1;
    taken[lane] = share;
    return { share, lane };
  });
};
