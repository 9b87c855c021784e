/**
 * Rewrites a switch that was given a value: `--host-video=false` and `--host-video false` become `--no-host-video`. The parser knows switches without
 * values only, because a switch with an optional value would take the positional argument after it as its value.
 */
export const withPlainSwitches = (argv: readonly string[], switches: ReadonlySet<string>): string[] => {
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") return [...words, ...argv.slice(at)];
    const [flag = "", ...rest] = word.split("=");
    if (!switches.has(flag)) {
      words.push(word);
      continue;
    }
    const next = argv[at + 1];
    const isApart = rest.length === 0 && (next === "true" || next === "false");
    if (isApart) at++;
    const value = isApart ? next : rest.join("=");
    words.push(value === "false" ? `--no-${flag.slice(2)}` : rest.length === 0 || value === "true" ? flag : word);
  }
  return words;
};
