/** The shells whose quotes differ. */
export type Shell = "posix" | "cmd" | "powershell";

/** The shell that a command was most likely typed in: of those of Windows, only cmd sets PROMPT, and those from Unix set SHELL. */
export const shellOf = (
  { SHELL: unix, PROMPT: prompt }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Shell => {
  if (platform !== "win32" || (unix ?? "") !== "") return "posix";
  return (prompt ?? "") === "" ? "powershell" : "cmd";
};

/** A word as our command lines have it: in single quotes if a shell would read it otherwise, an apostrophe as POSIX shells write it. */
export const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", APOSTROPHE)}'`);

/** Out of the quotes, an apostrophe, and back into them. */
const APOSTROPHE = "'\\''";

/** A command line with its quotes as a shell reads them; ours are written for POSIX shells, with single quotes around what needs some. */
export const quotedFor = (line: string, shell: Shell): string =>
  shell === "posix" ? line : line.replaceAll(/'((?:[^']|'\\'')*)'/g, (_quoted, inner: string) => QUOTES[shell](inner.replaceAll(APOSTROPHE, "'")));

const QUOTES: Readonly<Record<Exclude<Shell, "posix">, (inner: string) => string>> = {
  // In cmd a percent sign begins a variable, also inside quotes.
  cmd: (inner) => `"${inner.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%")}"`,
  // Single quotes hold everything but themselves.
  powershell: (inner) => `'${inner.replaceAll("'", "''")}'`,
};
