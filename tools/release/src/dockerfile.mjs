// Reads a Dockerfile as far as our rules need it.

/** The instructions of a Dockerfile: name and the rest of the line, lines that go on joined. */
export const instructionsOf = (text) =>
  text
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => ({ name: line.slice(0, line.indexOf(" ")), value: line.slice(line.indexOf(" ") + 1).trim() }));

/** The instructions of the last stage: what runs. */
export const lastStage = (instructions) => instructions.slice(instructions.findLastIndex(({ name }) => name === "FROM"));

const EXACT = /^[\w./-]+:\d+\.\d+\.\d+(-[\w.-]+)?(@sha256:[0-9a-f]{64})?( AS \w+)?$/;

/** What a Dockerfile of ours breaks of our rules, in words; nothing if it keeps them. */
export const faultsOf = (text) => {
  const all = instructionsOf(text);
  const stage = lastStage(all);
  const lineOf = (name) => stage.findLast((instruction) => instruction.name === name)?.value;
  const isList = (value) => /^\[.*\]$/.test(value ?? "");
  const user = lineOf("USER") ?? "root";
  const health = lineOf("HEALTHCHECK") ?? "";
  return [
    ...all.filter(({ name, value }) => name === "FROM" && !EXACT.test(value)).map(({ value }) => `the base ${value} is not one exact version`),
    ...(/^(root|0)(:|$)/.test(user) ? ["it runs as root"] : []),
    ...(stage.findIndex(({ name }) => name === "USER") > stage.findIndex(({ name }) => name === "ENTRYPOINT")
      ? ["the user comes after the entry point"]
      : []),
    ...(/ CMD \[/.test(` ${health}`) ? [] : ["it has no health check that runs without a shell"]),
    ...(isList(lineOf("ENTRYPOINT")) ? [] : ["the entry point needs a shell, which keeps signals from the server"]),
    ...(/^#.*docker run .*--read-only .*--tmpfs \/state/m.test(text) ? [] : ["its first lines do not show how to run it read-only"]),
    ...(isList(lineOf("VOLUME")) ? [] : ["its state is no volume"]),
    ...(stage.some(({ name, value }) => name === "ENV" && /\bNODE_ENV=production\b/.test(value)) ? [] : ["NODE_ENV is not production"]),
    ...(stage.some(({ name, value }) => name === "COPY" && /--from=build/.test(value) && /\bLICENSE\b/.test(value)) ? [] : ["it holds no LICENSE"]),
    ...(all.some(({ name, value }) => ["ENV", "ARG"].includes(name) && /SECRET|TOKEN|PASSWORD/i.test(value))
      ? ["a secret would stay in its layers"]
      : []),
    ...(all.some(({ name }) => name === "ADD") ? ["ADD fetches and unpacks by itself; COPY does not"] : []),
  ];
};
