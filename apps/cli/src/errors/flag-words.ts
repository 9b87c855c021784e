import { knownElsewhereAs } from "@zoom-webinar/webinar-core/doors";

/**
 * Flags that people know from other programs, and our flags for the same, with a value if ours needs one; the first one that the command has counts. An empty
 * list: nothing here does that. Other names of fields are in webinar-core.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "--count": ["--page-size"],
  "--paginate": ["--all"],
  "--past": ["--to"],
  "--sort": [],
  "--order": [],
  "--search": [],
  "--filter": ["--fields"],
  "--format": ["--json"],
  "--query": ["--fields"],
  "--jq": ["--json"],
  "--columns": ["--fields"],
  "--out": ["--output"],
  "--file": ["--input", "--output"],
  "--name": ["--topic", "--panelists"],
  "--email": ["--panelist-emails"],
  "--webinar": ["--webinar-id"],
  "--id": ["--webinar-id"],
  "--pending": ["--status pending"],
  "--waiting": ["--status pending"],
  "--approved": ["--status approved"],
  "--denied": ["--status denied"],
  "--attended": ["--status attended"],
  "--absent": ["--status absent"],
  "--no-shows": ["--status absent"],
  "--month": ["--from"],
  "--week": ["--from"],
  "--days": ["--from"],
  "--all-hosts": ["--hosts"],
  "--time": ["--start-time"],
  "--at": ["--start-time"],
  "--until": ["--to"],
  "--end": ["--to", "--duration"],
  "--end-time": ["--duration"],
  "--repeat": ["--recurrence-type", "--recurrence.type"],
  "--recurring": ["--recurrence-type", "--recurrence.type"],
  "--every": ["--recurrence-type", "--recurrence.type"],
  "--weekly": ["--weekly-days", "--recurrence.weekly-days"],
  "--notify": ["--notify-registrants", "--cancel-webinar-reminder"],
  "--no-headers": [],
  "--template": ["--fields"],
  "--tz": ["--timezone", "--zone"],
  "--minutes": ["--duration", "--min-minutes"],
  "--user": ["--host"],
  "--owner": ["--host"],
  "--hosts": ["--host"],
  "--qa": ["--question-and-answer"],
  "--force": ["--yes"],
  "--confirm": ["--yes"],
  "--assume-yes": ["--yes"],
  "--dry": ["--dry-run"],
  "--preview": ["--dry-run"],
  "--debug": ["--log"],
  "--quiet": ["--log"],
  "--pdf": ["--html"],
  "--excel": ["--csv"],
  "--xlsx": ["--csv"],
  "--browser": ["--web"],
  "--demo": ["--emulator"],
  "--test": ["--emulator"],
  "-A": ["--all"],
  "-a": ["--all"],
  "-n": ["--page-size"],
  "-L": ["--page-size"],
  "-l": ["--page-size"],
  "-o": ["--output"],
  "-f": ["--input"],
  "-q": ["--log"],
  "-w": ["--web"],
  "-t": ["--topic"],
  "-u": ["--host"],
  "-p": ["--profile"],
};

/** The flag of a field that other programs know by this name; null if the command has none. */
const flagElsewhereKnownAs = (wrong: string, all: readonly string[]): string | null => {
  const flags = new Map(all.map((flag) => [flag.slice(2).replaceAll("-", "_"), flag]));
  const field = wrong.startsWith("--") ? knownElsewhereAs(wrong, [...flags.keys()]) : null;
  return (field === null ? undefined : flags.get(field)) ?? null;
};

/** Suggestions for a mistyped flag, best first, at most three. Flags that help shows come before the others. */
export const flagsMeant = (
  wrong: string,
  shown: readonly string[],
  all: readonly string[],
  near: (wrong: string, flags: readonly string[]) => string | null,
) => {
  const words = WORDS[wrong];
  const known = words === undefined ? flagElsewhereKnownAs(wrong, all) : words.find((flag) => all.includes(flag.split(" ")[0] ?? flag));
  if (known) return [known];
  if (words?.length === 0) return []; // we have nothing like it, so do not suggest a flag that only looks similar
  const bare = wrong.replace(/^-+/, "");
  const parts =
    bare.length < 3 ? [] : shown.filter((flag) => flag.startsWith(`--${bare}-`) || flag.endsWith(`-${bare}`) || flag.endsWith(`.${bare}`));
  if (parts.length > 0) return parts.slice(0, 3);
  // What is known to mean something else is no typing error.
  const one = bare.length < 2 || words !== undefined ? null : (near(wrong, shown) ?? near(wrong, all));
  // "--past" is not --host: a mistyped word begins as it should, or misses a part.
  const isNear = one !== null && one.length < 2 * wrong.length && (one[2] === bare[0] || one.includes(bare) || bare.includes(one.slice(2)));
  return isNear ? [one] : [];
};
