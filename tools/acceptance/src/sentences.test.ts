import { type CatalogEntry, manifest } from "@zoom-webinar/webinar-core/doors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, libraryDoor, stdioDoor } from "./doors.ts";

// Nothing is created before somebody has seen how a sentence was read, through whichever door it comes.
const askingFirst = () => ({ ZOOM_WEBINAR_SAFETY: "confirm" });
let doors: Door[];
beforeAll(async () => {
  doors = await Promise.all([
    libraryDoor(askingFirst, "confirm"),
    cliDoor(askingFirst),
    stdioDoor("2026-07-28", askingFirst),
    stdioDoor("2025-11-25", askingFirst),
    httpDoor("2026-07-28", askingFirst),
    httpDoor("2025-11-25", askingFirst),
  ]);
}, 60_000);
afterAll(() => Promise.all((doors ?? []).map((door) => door.close())));

const entryOf = (tool: string): CatalogEntry => {
  const entry = manifest.find((candidate) => candidate.tool === tool);
  if (!entry) throw new Error(`no operation ${tool}`);
  return entry;
};
const ONCE = "schedule_webinar_from_prompt";
const SERIES = "schedule_recurring_webinar_from_prompt";

/** The doors run by the real clock, so the dates lie far ahead; the first host lives in Berlin, where clocks go forward on 27 March 2033. */
const sentences: { tool: string; prompt: string; shown: RegExp[] }[] = [
  {
    tool: ONCE,
    prompt: "Create a webinar about AI Safety on 2033-12-01T10:00:00",
    shown: [/"topic","id":"AI Safety"/, /2033-12-01 10:00 Europe\/Berlin \(09:00 UTC\)/],
  },
  {
    tool: SERIES,
    prompt: "webinar about AI every Friday at 10:00 from 1 March 2033 until 2033-03-31",
    shown: [/every week on Friday/, /"items":\["2033-03-04 10:00","2033-03-11 10:00","2033-03-18 10:00","2033-03-25 10:00"\]/],
  },
  {
    tool: SERIES,
    prompt: "webinar about AI on Tuesday and Thursday at 10:00, 4 times",
    shown: [/series of 4 dates/, /"every week on Tuesday and Thursday, 4 times"/],
  },
  {
    tool: SERIES,
    prompt: "webinar about AI every Sunday at 10:00, from 20 March 2033, 3 times",
    shown: [/2033-03-20T09:00:00Z/, /2033-03-27T08:00:00Z/, /2033-04-03T08:00:00Z/],
  },
];

describe("a sentence through every door", { timeout: 120_000 }, () => {
  it.each(sentences)("is shown as it was read before anything is created: $prompt", async ({ tool, prompt, shown }) => {
    const outcomes = await Promise.all(
      doors.map(async (door) => ({ door: door.name, outcome: await door.call(entryOf(tool), { prompt, user_selection: "first" }) })),
    );
    const [first, ...others] = outcomes.map(({ outcome }) => ("error" in outcome ? outcome.error : undefined));
    expect(first?.code).toBe("confirmation_required");
    for (const pattern of shown) expect(JSON.stringify(first?.preview)).toMatch(pattern);
    for (const other of others) expect(other?.preview).toEqual(first?.preview);
    for (const { emulator, name } of doors)
      expect(
        emulator.requests().filter(({ method, path }) => method === "POST" && path.endsWith("/webinars")),
        name,
      ).toEqual([]);
  });

  it.each([
    ["has two readings", 'webinar "Tides" on 4 July 2033 at 9am PST', /16:00 UTC .* 17:00 UTC/],
    ["takes back what it says", 'webinar "Tides" on 4 July 2033 at 9am has been cancelled', /cancelled" was not understood/],
    ["names an end before the start", 'webinar "Tides" on 4 July 2033 from 5pm to 3pm', /ends before it starts/],
  ])("that %s is refused with its reason, and nothing is asked about it", async (_, prompt, message) => {
    for (const door of doors)
      expect(await door.call(entryOf(ONCE), { prompt, user_selection: "first" }), door.name).toMatchObject({
        error: { code: "input_invalid", message: expect.stringMatching(message) },
      });
  });
});
