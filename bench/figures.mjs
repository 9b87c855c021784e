/** Figures as people read them. */

/** Whether a figure holds: `most` and `least` are its targets, of which it has one or none. */
export const holds = ({ value, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }) => value <= most && value >= least;

const USUAL_DIGITS = { x: 2, bytes: 0, MB: 0 };
const MOST_DIGITS = 12;

/** A value as text, with as many digits as it takes to be on the same side of its target as the value itself: 0.9962 is no "1.00". */
export const inDigits = (figure) => {
  const { value, unit } = figure;
  for (let digits = USUAL_DIGITS[unit] ?? 1; digits <= MOST_DIGITS; digits += 1) {
    const text = value.toFixed(digits);
    if (holds({ ...figure, value: Number(text) }) === holds(figure)) return text;
  }
  return String(value);
};
