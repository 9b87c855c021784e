import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { afterEach, describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import type { Preview } from "../operation/preview.ts";
import { operations } from "../operations/index.ts";
import type { SessionOptions } from "../session/options.ts";
import { type ImportWorld, importWorld, lifeOf } from "../test/import-world.ts";

const { registrants, panelists, webinars } = operations;

let world: ImportWorld;
afterEach(() => world?.remove());

const PEOPLE = 3;
const DOMAINS = ["example.com", "example.org", "example.net"];
const emails = DOMAINS.map((domain, at) => `p${at}@${domain}`);
const ROWS = emails.map((email, at) => ({ email, first_name: `Person ${at}` }));
const CSV = `Email,First Name\n${ROWS.map(({ email, first_name }) => `${email},${first_name}`).join("\n")}\n`;

interface Input {
  webinar_id: string;
  file?: string;
  rows?: typeof ROWS;
  import_id?: string;
  resume?: boolean;
  retry_unknown?: boolean;
}
type Kind = "registrants" | "panelists";
const OPS: Readonly<Record<Kind, AnyOperation>> = { registrants: registrants.import, panelists: panelists.import };

const idOf = async (kind: Kind, input: Input): Promise<string> => ((await world.run(OPS[kind], input as never)) as { import_id: string }).import_id;

/** An import that sent nobody, because Zoom had no turn for it. */
const cutOff = async (kind: Kind, given: Input): Promise<string> => {
  world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: `POST /webinars/{webinarId}/${kind}` });
  const id = await idOf(kind, given);
  world.emulator.controls.clearFaults();
  return id;
};

/** An import all of whose rows were lost on their way: the calls got no answer, and Zoom did nothing. */
const lost = async (kind: Kind, given: Input): Promise<string> => {
  world.emulator.controls.addFault({ kind: "reset", endpoint: `POST /webinars/{webinarId}/${kind}`, applied: false, times: 50 });
  const id = await idOf(kind, given);
  world.emulator.controls.clearFaults();
  return id;
};

type Way = (kind: Kind, given: Input) => Promise<Input>;
const WAYS: readonly (readonly [string, Way])[] = [
  ["a new import", async (_kind, given) => given],
  [
    "one that goes on",
    async (kind, given) => {
      await cutOff(kind, given);
      return { ...given, resume: true };
    },
  ],
  ["one that goes on by its ID", async (kind, given) => ({ webinar_id: given.webinar_id, import_id: await cutOff(kind, given), resume: true })],
  [
    "rows that are tried again",
    async (kind, given) => {
      await lost(kind, given);
      return { ...given, retry_unknown: true };
    },
  ],
  [
    "rows that are tried again after an import that sent nobody, since one that was given up may have sent them",
    async (kind, given) => {
      // The last row of an import waits for the others, so that one more is in the way of no other.
      const file = await world.file("one-more.csv", `${CSV}last@example.com,Last\n`);
      await world.run(operations.imports.abandon, { import_id: await lost(kind, { webinar_id: given.webinar_id, file }) });
      world.clock.advance(61_000);
      const id = await idOf(kind, given);
      return kind === "registrants" ? { ...given, retry_unknown: true } : { webinar_id: given.webinar_id, import_id: id, retry_unknown: true };
    },
  ],
  [
    "rows that are tried again by the ID of their import",
    async (kind, given) => ({ webinar_id: given.webinar_id, import_id: await lost(kind, given), retry_unknown: true }),
  ],
];

const refusedBy = async (kind: Kind, input: Input, bounds: SessionOptions): Promise<ZoomWebinarError> =>
  world.run(OPS[kind], input as never, world.process(lifeOf(Number.POSITIVE_INFINITY), bounds)).then(
    () => Promise.reject(new Error("it ran")),
    (error: ZoomWebinarError) => error,
  );

const BOUNDS: readonly (readonly [string, SessionOptions, object])[] = [
  [
    "asks first",
    { safety: "confirm" },
    { code: "confirmation_required", details: { preview: { recipients: { count: PEOPLE }, plan: { new: PEOPLE, mails: PEOPLE } } } },
  ],
  ["passes no most-recipients", { mostRecipients: { call: PEOPLE - 1, day: null } }, { code: "not_allowed", details: { recipients: PEOPLE } }],
  [
    "passes no recipient-domains",
    { recipientDomains: ["example.com"] },
    { code: "not_allowed", details: { domains: ["example.net", "example.org"] } },
  ],
];

describe.each(["registrants", "panelists"] as const)("%s import, whatever way its rows take,", (kind) => {
  describe.each(WAYS)("%s", (_way, prepare) => {
    it.each(BOUNDS)("%s, and sends nothing", async (_bound, bounds, refusal) => {
      for (const from of ["file", "rows"] as const) {
        world = await importWorld();
        const file = await world.file("people.csv", CSV);
        const input = await prepare(kind, { webinar_id: world.webinar_id, ...(from === "file" ? { file } : { rows: ROWS }) });
        const [writes, mails] = [world.writes(), (await world.mails()).size];
        expect(await refusedBy(kind, input, bounds)).toMatchObject(refusal);
        expect(world.writes()).toBe(writes);
        expect((await world.mails()).size).toBe(mails);
        await world.run(OPS[kind], input as never);
        expect([...(await world.mails()).keys()].sort()).toEqual([...emails].sort());
        await world.remove();
      }
    });
  });
});

it("an import that goes on counts whom Zoom writes to by the webinar's settings of now, not of then", async () => {
  world = await importWorld();
  const { webinar_id } = world;
  const file = await world.file("people.csv", CSV);
  const mailing = (on: boolean) =>
    world.run(webinars.update, { webinar_id, settings: { registrants_confirmation_email: on, registrants_email_notification: on } });
  await mailing(false);
  await cutOff("registrants", { webinar_id, file });
  const input = { webinar_id, file, resume: true };
  const planned = await world.run(registrants.import, { ...input, dry_run: true });
  expect(planned.plan).toMatchObject({ new: PEOPLE, mails: 0 });
  await mailing(true);
  const { details } = await refusedBy("registrants", input, { safety: "confirm" });
  expect((details.preview as Preview).recipients).toMatchObject({ count: PEOPLE });
});
