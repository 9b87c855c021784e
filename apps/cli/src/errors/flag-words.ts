/** Flags that people know from other programs, with what does the same here; the first that the command has is meant. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "--limit": ["--page-size"],
  "--per-page": ["--page-size"],
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
  "--title": ["--topic", "--poll-title"],
  "--subject": ["--topic"],
  "--name": ["--topic", "--panelists"],
  "--email": ["--panelist-emails"],
  "--webinar": ["--webinar-id"],
  "--id": ["--webinar-id"],
  "--pending": ["--status"],
  "--approved": ["--status"],
  "--denied": ["--status"],
  "--month": ["--from"],
  "--week": ["--from"],
  "--days": ["--from"],
  "--all-hosts": ["--hosts"],
  "--description": ["--agenda"],
  "--start": ["--start-time", "--from"],
  "--date": ["--start-time", "--from"],
  "--time": ["--start-time"],
  "--when": ["--start-time"],
  "--at": ["--start-time"],
  "--since": ["--from"],
  "--until": ["--to"],
  "--end": ["--to"],
  "--tz": ["--timezone", "--zone"],
  "--length": ["--duration"],
  "--minutes": ["--duration", "--min-minutes"],
  "--passcode": ["--password"],
  "--user": ["--host"],
  "--owner": ["--host"],
  "--hosts": ["--host"],
  "--approval": ["--registration"],
  "--recording": ["--auto-recording"],
  "--record": ["--auto-recording"],
  "--qa": ["--question-and-answer"],
  "--company": ["--org"],
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
  "-f": ["--yes"],
  "-q": ["--log"],
  "-w": ["--web"],
  "-t": ["--topic"],
  "-u": ["--host"],
  "-p": ["--profile"],
};

/** The flags of a command that a wrong one may mean, best first, at most three. Those that help shows come before the others. */
export const flagsMeant = (
  wrong: string,
  shown: readonly string[],
  all: readonly string[],
  near: (wrong: string, flags: readonly string[]) => string | null,
) => {
  const words = WORDS[wrong];
  const known = words?.find((flag) => all.includes(flag));
  if (known !== undefined) return [known];
  if (words?.length === 0) return []; // nothing here does that, and no word that looks like it does
  const bare = wrong.replace(/^-+/, "");
  const parts =
    bare.length < 3 ? [] : shown.filter((flag) => flag.startsWith(`--${bare}-`) || flag.endsWith(`-${bare}`) || flag.endsWith(`.${bare}`));
  if (parts.length > 0) return parts.slice(0, 3);
  const one = bare.length < 2 ? null : (near(wrong, shown) ?? near(wrong, all));
  // "--past" is not --host: a mistyped word begins as it should, or misses a part.
  const isNear = one !== null && (one[2] === bare[0] || one.includes(bare) || bare.includes(one.slice(2)));
  return isNear ? [one] : [];
};
