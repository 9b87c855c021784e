/** Zoom's type of a series with fixed times. */
export const SERIES = 9;
