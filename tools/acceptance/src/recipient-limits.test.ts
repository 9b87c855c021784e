import { type CatalogEntry, manifest } from "@zoom-webinar/webinar-core/doors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, type Outcome, stdioDoor } from "./doors.ts";

/** The operator's limits, as the flags --most-recipients 2/3 and --recipient-domains read them from the environment. */
const LIMITS = () => ({ ZOOM_WEBINAR_MOST_RECIPIENTS: "2/3", ZOOM_WEBINAR_RECIPIENT_DOMAINS: "example.com" });

const NAMES = ["cli", "stdio 2026-07-28", "http 2026-07-28"] as const;
let doors: readonly Door[];
beforeAll(async () => {
  doors = await Promise.all([cliDoor(LIMITS), stdioDoor("2026-07-28", LIMITS), httpDoor("2026-07-28", LIMITS)]);
});
afterAll(() => Promise.all((doors ?? []).map((door) => door.close())));

const entryOf = (id: string): CatalogEntry => {
  const entry = manifest.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no operation ${id}`);
  return entry;
};
const doorOf = (name: string): Door => {
  const door = doors.find((one) => one.name === name);
  if (!door) throw new Error(`no door ${name}`);
  return door;
};
const people = (count: number, domain = "example.com") =>
  Array.from({ length: count }, (_, at) => ({ email: `p${at}@${domain}`, first_name: `P${at}` }));

describe.each(NAMES)("the operator's limits on whom Zoom writes to, at the door %s", (name) => {
  const call = (id: string, input: Record<string, unknown>): Promise<Outcome> => doorOf(name).call(entryOf(id), input);
  const written = async () => (await doorOf(name).emulator.mailLog()).map(({ to }) => to);
  const upcoming = async (): Promise<string> => {
    const { webinars } = await doorOf(name).emulator.state.snapshot();
    const found = Object.values(webinars).find(({ settings, topic }) => settings.approval_type === 0 && !topic.includes("past"));
    if (found === undefined) throw new Error("the demo world has no webinar with registration");
    return String(found.id);
  };

  it.each([
    ["registrants.addBatch", { registrants: people(3) }, /3 people, and one call may reach 2/],
    ["panelists.add", { panelists: people(3).map(({ email, first_name }) => ({ email, name: first_name })) }, /3 people, and one call may reach 2/],
    ["registrants.import", { rows: people(3) }, /3 people, and one call may reach 2/],
    ["registrants.add", people(1, "example.org")[0] ?? {}, /example\.org, and the operator allows only example\.com/],
    ["panelists.import", { rows: [{ email: "a@sub.example.com", name: "A" }] }, /sub\.example\.com, and the operator allows only example\.com/],
  ] as const)("%s beyond them is refused, and nobody is written to", async (id, input, words) => {
    const outcome = await call(id, { webinar_id: await upcoming(), ...input });
    expect(outcome).toEqual({
      error: { code: "not_allowed", message: expect.stringMatching(words), hint: expect.stringContaining("ask the operator") },
    });
    expect(await written()).toEqual([]);
  });

  it("what is within them goes through until the day's number is reached, counted over all calls", async () => {
    const webinar_id = await upcoming();
    const invite = (from: number, to: number) =>
      call("panelists.add", {
        webinar_id,
        panelist_emails: people(9)
          .slice(from, to)
          .map(({ email }) => email),
      });
    expect(await invite(0, 2)).toHaveProperty("ok");
    expect(await invite(2, 4)).toMatchObject({ error: { code: "not_allowed", message: expect.stringContaining("the limit of 3 a day") } });
    expect(await invite(2, 3)).toHaveProperty("ok");
    expect(await invite(3, 4)).toMatchObject({ error: { code: "not_allowed" } });
    expect([...new Set(await written())].sort()).toEqual(["p0@example.com", "p1@example.com", "p2@example.com"]);
  });
});
