import {
  AmbiguousError,
  AuthError,
  CancelledError,
  EXIT_CODES,
  ForbiddenError,
  InputError,
  InternalError,
  NotFoundError,
  PartialError,
  PlanError,
  PolicyError,
  RateLimitError,
  RejectedError,
  ResponseError,
  ScopeError,
  UnavailableError,
} from "@zoom-webinar/foundation";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf } from "../test/run-cli.ts";

const setUp = () => {
  const made = madeUpOperations();
  return { ...made, cli: cliOf({ catalog: made.catalog }) };
};

const FAILURES = [
  new InputError("Bad."),
  new PolicyError("not_allowed", "No."),
  new AuthError("auth_missing", "None."),
  new AuthError("auth_failed", "Wrong."),
  new ScopeError("Lacks.", ["webinar:read"]),
  new PlanError("Plan."),
  new ForbiddenError("No."),
  new NotFoundError("Gone.", { trackingId: "track-1", hint: "Look again." }),
  new RejectedError("Refused."),
  new RateLimitError("Slow down.", "second", null),
  new UnavailableError("Down.", "not-sent"),
  new AmbiguousError("Perhaps.", { details: { candidates: [{ id: "1" }] } }),
  new PartialError("Some.", { details: { items: [{ email: "a@example.com", outcome: "failed" }] } }),
  new CancelledError(),
  new ResponseError("Odd."),
  new InternalError("c-1"),
];

describe("failures", () => {
  it.each(FAILURES.map((error) => [error.code, error] as const))("%s", async (code, error) => {
    const { cli, failWith } = setUp();
    failWith(error);
    const human = await cli("big-things fail");
    expect(human).toMatchObject({ code: EXIT_CODES[code], stdout: "" });
    expect(human.stderr).toContain(`${code === "cancelled" ? "cancelled" : "error"}: ${error.message}\n`);
    const json = await cli("big-things fail --json");
    expect(json).toMatchObject({ code: EXIT_CODES[code], stdout: "" });
    expect(JSON.parse(json.stderr)).toEqual({ error: error.toReport() });
  });

  it("shows hint, tracking id, outcomes and candidates", async () => {
    const { cli, failWith } = setUp();
    const shown = async (code: string) => {
      failWith(FAILURES.find((error) => error.code === code));
      return (await cli("big-things fail")).stderr;
    };
    expect(await shown("not_found")).toBe("error: Gone.\nhint: Look again.\ntracking id: track-1\n");
    expect(await shown("partial")).toContain("- email    a@example.com\n    outcome  failed\n");
    expect(await shown("ambiguous")).toContain("candidates\n  - id  1\n");
  });

  it("lists of many items only those that failed or are unknown, those with one fate together; a program hears of all", async () => {
    const { cli, failWith } = setUp();
    const rows = (count: number, outcome: string, message: string | null) =>
      Array.from({ length: count }, (_, at) => ({ email: `${outcome}${at}@example.com`, outcome, message }));
    const items = [
      ...rows(40, "done", null),
      ...rows(30, "unknown", "Stopped."),
      ...rows(1, "failed", "Full."),
      ...rows(600, "not_tried", "not tried"),
    ];
    failWith(new CancelledError("Interrupted. Some.", { hint: "Again.", details: { items } }));
    const { stderr } = await cli("big-things fail");
    expect(stderr.split("\n").map((line) => line.trim().replaceAll(/ +/g, " "))).toEqual([
      "cancelled: Interrupted. Some.",
      "items",
      "- outcome unknown",
      "message Stopped.",
      "count 30",
      "who unknown0@example.com, unknown1@example.com, unknown2@example.com, unknown3@example.com, unknown4@example.com and 25 more",
      "- outcome failed",
      "message Full.",
      "count 1",
      "who failed0@example.com",
      "hint: Again.",
      "",
    ]);
    failWith(new CancelledError("Interrupted. Some.", { details: { items } }));
    expect(JSON.parse((await cli("big-things fail --json")).stderr).error.details.items).toEqual(items);
  });

  it("names commands, whatever another door calls them; a program hears the same as at every door", async () => {
    const { cli, failWith } = setUp();
    failWith(new NotFoundError("bigThings.list knows no such thing.", { hint: "list_big_things shows them, or bigThings.set makes one." }));
    expect((await cli("big-things fail")).stderr).toBe(
      "error: zoom-webinar big-things list knows no such thing.\nhint: zoom-webinar big-things list shows them, or zoom-webinar big-things set <thing-id> makes one.\n",
    );
    expect((await cli("big-things fail --json")).stderr).toContain("list_big_things shows them");
  });

  it("never shows a stack trace, and an exception's own text only in the debug log", async () => {
    const { cli, failWith } = setUp();
    failWith(new TypeError("secret internals"));
    const plain = await cli("big-things fail");
    expect(plain.code).toBe(1);
    expect(plain.stderr).toMatch(/^error: Something went wrong inside zoom-webinar.*\nhint: .*\ncorrelation id: [\w-]+\n$/);
    expect((await cli("big-things fail --log debug")).stderr).toContain("secret internals");
    expect((await cli("big-things fail --log debug")).stderr).not.toMatch(/^\s+at /m);
  });

  it("survives an operation that cannot be loaded", async () => {
    const { catalog } = madeUpOperations();
    const cli = cliOf({ catalog: catalog.map((entry) => ({ ...entry, load: () => Promise.reject(new Error("broken")) })) });
    expect(await cli("big-things list --json")).toMatchObject({ code: 1, stdout: "" });
  });
});

it.each([
  ["emulator strat", "did you mean start?"],
  ["completion tcsh", 'error: "tcsh" is not a command of zoom-webinar completion\nhint: zoom-webinar completion --help'],
])("%s offers only what is near, and no operation for a word of our own commands", async (line, said) => {
  const { code, stderr } = await cliOf({ catalog: manifest })(line);
  expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
});
