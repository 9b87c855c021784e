const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:(?:T|,? (?:um )?)(\d{1,2})[:.](\d{2}(?::\d{2})?)(?: uhr)?)?$/i;

const two = (digits: string): string => digits.padStart(2, "0");

/**
 * "1.3.2032" → "2032-03-01", and "1.3.2032 9:30" → "2032-03-01T09:30": with dots and the whole year the day is always first. Any other text as it is, only
 * trimmed: 03/04/2032 means one day here and another there.
 */
export const withoutDots = (text: string): string => {
  const trimmed = text.trim();
  const [, day, month, year, hour, minutes] = DOTTED.exec(trimmed) ?? [];
  if (day === undefined || month === undefined) return trimmed;
  return `${year}-${two(month)}-${two(day)}${hour === undefined ? "" : `T${two(hour)}:${minutes}`}`;
};
