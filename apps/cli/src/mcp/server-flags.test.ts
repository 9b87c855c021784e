import { resolve } from "node:path";
import { SERVER_SETTINGS, type Setting } from "@zoom-webinar/webinar-core/doors/settings";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf } from "../test/run-cli.ts";

const cli = cliOf({ catalog: madeUpOperations().catalog });
const install = (flags: string, env: Record<string, string> = {}) => cli(`mcp install --client print ${flags}`, { env });
/** The entry's words behind "mcp serve". */
const argsOf = async (flags: string, env: Record<string, string> = {}): Promise<string[]> => {
  const { code, stdout, stderr } = await install(flags, env);
  expect(code, stderr).toBe(0);
  const { args } = (JSON.parse(stdout) as { mcpServers: { "zoom-webinar": { args: string[] } } }).mcpServers["zoom-webinar"];
  return args.slice(args.indexOf("serve") + 1);
};

/** Something that a setting of each kind takes. */
const EXAMPLES: Readonly<Record<Setting["kind"], string>> = {
  switch: "",
  text: "full",
  list: "example.com",
  path: "package.json",
  choice: "",
  zone: "Europe/Berlin",
  cap: "50/200",
  whole: "7",
  share: "0.2",
};
const FLAGS = Object.entries(SERVER_SETTINGS).map(([name, setting]) => [
  name,
  setting.kind === "choice" ? setting.values[0] : EXAMPLES[setting.kind],
  setting.kind,
]) as [string, string, Setting["kind"]][];

describe("mcp install", () => {
  it.each(FLAGS.filter(([name]) => name !== "profile"))("writes --%s %s into the entry, and help names it", async (name, value, kind) => {
    const said = value === "" ? [`--${name}`] : [`--${name}`, kind === "path" ? resolve("/", process.cwd(), value) : value];
    const args = await argsOf(`--${name} ${value}`.trim());
    expect(args.map((word) => (kind === "path" && word.endsWith(value) ? said[1] : word))).toEqual(said);
    if (kind === "path") expect(args[1]).toMatch(/^(\/|[A-Z]:)/);
    for (const verb of ["install", "show", "serve"]) expect((await cli(`mcp ${verb} --help`)).stdout).toContain(`--${name}`);
  });

  it("writes all that is given, wherever it stands, in one entry", async () => {
    expect(await argsOf("--safety read-only --most-recipients=5 --lockdown --confirm-by person --profiles a --profiles b")).toEqual(
      ["--safety read-only", "--most-recipients 5", "--lockdown", "--confirm-by person", "--profiles a", "--profiles b"].join(" ").split(" "),
    );
    const { stdout } = await cli("mcp show --safety read-only --json");
    for (const { text } of (JSON.parse(stdout) as { clients: { text: string }[] }).clients) expect(text).toContain("read-only");
  });

  it("keeps an assistant from writing if this terminal is kept from it by a variable, and takes no more freedom from one", async () => {
    expect(await argsOf("", { ZOOM_WEBINAR_SAFETY: "read-only" })).toEqual(["--safety", "read-only"]);
    expect(await argsOf("", { ZOOM_WEBINAR_SAFETY: "trusted" })).toEqual([]);
  });

  it.each([
    ["--yes", "--yes: the server has no such flag", "--safety trusted"],
    ["-v", "--verbose: the server has no such flag", "--log info"],
    ["--confirm-token abc", "--confirm-token: the server has no such flag", "Leave it out."],
    ["--lokdown", "--lokdown: unknown flag", "did you mean --lockdown?"],
    ["--safety readonly", '--safety: expected one of read-only, confirm, trusted, got "readonly"', "read-only"],
    ["--most-recipients many", "--most-recipients: expected CALL", "50/200"],
    ["--confirm-by me", "--confirm-by: expected one of token, person", "--help"],
  ])("refuses %s and says what to do", async (flags, message, hint) => {
    const { code, stdout, stderr } = await install(flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it("shows its answer in any format", async () => {
    expect(await argsOf("--json --no-color --no-pager")).toEqual([]);
  });
});
