import type { HttpRequest, Send } from "@zoom-webinar/auth";
import { virtualClock } from "@zoom-webinar/foundation";
import { HELD, HELD_UUID } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { reportAttendance } from "./report.ts";

const NOW = Date.UTC(2027, 0, 15, 12);
type Answer = (url: URL) => { status?: number; body: unknown } | undefined;

/** The demo world, some of whose answers are written here. */
const scripted = (answer: Answer) => {
  const emulator = createEmulator({ clock: virtualClock(NOW, { autoAdvance: true }), rateLimits: false });
  const send: Send = async (request: HttpRequest) => {
    const own = answer(new URL(request.url));
    if (own === undefined) return emulator.send(request);
    return { status: own.status ?? 200, headers: {}, text: JSON.stringify(own.body) };
  };
  return emulated({ session: { send } });
};

const page = (rows: readonly object[], token: number, size: number) => ({
  rows: rows.slice(token, token + size),
  next_page_token: token + size < rows.length ? String(token + size) : "",
});
const tokenOf = (url: URL) => Number(url.searchParams.get("next_page_token") || 0);

const registrants = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `reg-${at}`,
    email: `person-${at}@example.com`,
    first_name: `Person ${at}`,
    status: "approved",
    create_time: "2027-01-01T10:00:00Z",
  }));

/** A list of registrants to which `grow` adds after each page. */
const growing = (grow: (read: number) => number) => {
  let count = 700;
  let read = 0;
  return scripted((url) => {
    if (!url.pathname.endsWith(`/webinars/${HELD}/registrants`)) return undefined;
    if (url.searchParams.get("status") !== "approved") return { body: { registrants: [], total_records: 0, next_page_token: "" } };
    const { rows, next_page_token } = page(registrants(count).reverse(), tokenOf(url), 300);
    const body = { registrants: rows, next_page_token, total_records: count };
    read += 1;
    count += grow(read);
    return { body };
  });
};

describe("a list of registrants that grows while it is read", () => {
  it("is read once more if it grew once, so that nobody is missing", async () => {
    const { totals, complete } = await growing((read) => (read === 1 ? 5 : 0)).run(reportAttendance, { webinar_id: HELD });
    expect({ complete, registered: totals?.registered }).toEqual({ complete: true, registered: 705 });
  });

  it.each([1, 5, 40])("is whole or called incomplete if %i people sign up after each page", async (more) => {
    let last = 700;
    const zoom = growing(() => {
      last += more;
      return more;
    });
    const { totals, complete, notes } = await zoom.run(reportAttendance, { webinar_id: HELD });
    expect(totals?.registered).toBeLessThan(last);
    expect(complete).toBe(false);
    expect(notes).toContainEqual(expect.stringContaining("somebody may be missing"));
  });
});

describe("an ID that is not this account's webinar", () => {
  it("is named as a meeting's if Zoom says that the number is not a webinar's", async () => {
    const zoom = scripted((url) => {
      if (!url.pathname.includes("88888888888")) return undefined;
      const isReport = /\/(report|past_webinars)\//.test(url.pathname);
      return isReport
        ? { status: 404, body: { code: 3001, message: "Webinar does not exist: 88888888888." } }
        : { status: 400, body: { code: 300, message: "Invalid webinar ID." } };
    });
    expect(await zoom.refusal(reportAttendance, { webinar_id: "88888888888" })).toMatchObject({
      code: "not_found",
      message: expect.stringContaining("is a meeting's ID"),
      hint: expect.stringContaining("webinars.list"),
    });
  });

  it.each([
    ["does not exist", 404, { code: 3001, message: "Webinar does not exist." }],
    ["belongs to a user of no account of ours", 400, { code: 1010, message: "User does not belong to this account." }],
  ])("says which account to sign in to if a UUID %s", async (_how, status, body) => {
    const uuid = "k4Ub/otherAccount4567A==";
    const isAsked = (url: URL) => decodeURIComponent(decodeURIComponent(url.pathname)).includes(uuid);
    const zoom = scripted((url) => (isAsked(url) ? { status, body } : undefined));
    expect(await zoom.refusal(reportAttendance, { webinar_id: uuid })).toMatchObject({
      code: "not_found",
      message: expect.stringContaining("another account"),
      hint: expect.stringContaining("--profile"),
    });
  });

  it("names the missing scope, and reports no empty webinar, for a UUID of which nothing can be read", async () => {
    const all = (await emulated().session.account.refresh()).scopes ?? [];
    const zoom = emulated({ scopes: all.filter((each) => !each.startsWith("report:")) });
    expect(await zoom.refusal(reportAttendance, { webinar_id: "k4Ub/otherAccount4567A==" })).toMatchObject({
      code: "scope_missing",
      hint: expect.stringContaining("report:read:"),
    });
  });
});

describe("100,000 participants", () => {
  it("are all counted, each joining once", async () => {
    const COUNT = 100_000;
    const joinings = Array.from({ length: COUNT }, (_, at) => ({
      id: "",
      user_id: String(at),
      name: `Guest ${at}`,
      user_email: `guest-${at}@example.com`,
      join_time: `2027-01-05T16:${String(at % 20).padStart(2, "0")}:00Z`,
      leave_time: "2027-01-05T16:47:00Z",
      duration: 1620,
      registrant_id: "",
      status: "in_meeting",
    }));
    const zoom = scripted((url) => {
      if (!url.pathname.endsWith("/participants") || !decodeURIComponent(decodeURIComponent(url.pathname)).includes(HELD_UUID)) return undefined;
      const { rows, next_page_token } = page(joinings, tokenOf(url), 300);
      return { body: { participants: rows, next_page_token, total_records: COUNT, page_size: 300 } };
    });
    const begun = process.cpuUsage(); // what the processor did for us: how long others kept us waiting says nothing
    const { totals, people, complete } = await zoom.run(reportAttendance, { webinar_id: HELD, status: ["walk_in"] });
    expect(complete).toBe(true);
    expect(totals).toMatchObject({ rows: COUNT, walk_ins: COUNT, attendees: COUNT, peak_concurrent: COUNT });
    expect(people.length).toBeGreaterThan(0);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(15_000);
  }, 60_000);
});
