/** Flags that people know from other programs, with what does the same here; the first that the command has is meant. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "--limit": ["--page-size"],
  "--per-page": ["--page-size"],
  "--count": ["--page-size"],
  "--paginate": ["--all"],
  "--format": ["--json"],
  "--query": ["--fields"],
  "--jq": ["--json"],
  "--columns": ["--fields"],
  "--out": ["--output"],
  "--file": ["--input", "--output"],
  "--title": ["--topic", "--poll-title"],
  "--subject": ["--topic"],
  "--name": ["--topic"],
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
  const known = (WORDS[wrong] ?? []).find((flag) => all.includes(flag));
  if (known !== undefined) return [known];
  const bare = wrong.replace(/^-+/, "");
  const parts =
    bare.length < 3 ? [] : shown.filter((flag) => flag.startsWith(`--${bare}-`) || flag.endsWith(`-${bare}`) || flag.endsWith(`.${bare}`));
  if (parts.length > 0) return parts.slice(0, 3);
  const one = bare.length < 2 ? null : (near(wrong, shown) ?? near(wrong, all));
  return one === null ? [] : [one];
};
