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

/** A command line with its quotes as a shell reads them; ours are written for POSIX shells, with single quotes around what needs some. */
export const quotedFor = (line: string, shell: Shell): string =>
  shell === "posix" ? line : line.replaceAll(/'([^']*)'/g, (_quoted, inner: string) => QUOTES[shell](inner));

const QUOTES: Readonly<Record<Exclude<Shell, "posix">, (inner: string) => string>> = {
  // In cmd a percent sign begins a variable, also inside quotes.
  cmd: (inner) => `"${inner.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%")}"`,
  // Single quotes hold everything; a quote inside would be doubled, and ours have none.
  powershell: (inner) => `'${inner}'`,
};
