const NAMED: Readonly<Record<string, number>> = { "half an hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90, "two hours": 120 };

const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const HOURS = /^(\d{1,3}(?:[.,]\d{1,2})?) ?h(?:(?:ou)?rs?)?\.?$/;
const HOURS_AND_MINUTES = /^(\d{1,3}) ?h(?:(?:ou)?rs?)?\.?,? ?(?:and )?([0-5]?\d)(?: ?m(?:in(?:ute)?s?)?\.?)?$/;
const MINUTES = /^(\d{1,5})(?: ?m(?:in(?:ute)?s?)?\.?)?$/;

/** How a length is written, for messages. */
export const LENGTH_FORMS = "minutes, such as 90, or a length such as 1h30, 1:30 or 90 min";

/** "90", "1h30", "90 min", "1:30", "1.5h", "1 hour 30 minutes", "an hour" → 90, or 60 for the last; null for any other text. */
export const readMinutes = (text: string): number | null => {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const named = NAMED[plain];
  if (named !== undefined) return named;
  const [, minutes] = MINUTES.exec(plain) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, hours, rest] = CLOCK.exec(plain) ?? HOURS_AND_MINUTES.exec(plain) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(rest);
  const [, part] = HOURS.exec(plain) ?? [];
  return part === undefined ? null : Math.round(Number(part.replace(",", ".")) * 60);
};
