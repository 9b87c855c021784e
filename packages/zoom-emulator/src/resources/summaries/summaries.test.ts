import { expect, test } from "vitest";
import { planWebinar, refusalOf } from "../../test/probe.ts";
import { inPath, probeWorld } from "../../test/probe-world.ts";
import { deprecatedFields } from "./sections.ts";

const LIST = "/meetings/meeting_summaries";
const BY_MAIL = /^403\/2305 .*Only share meeting summaries by email/;
const BY_ADDRESS = /^403\/2305 .*specific IP address ranges/;

test("lists the account's summaries, and gives one with its text", async () => {
  const { call, past, instance } = await probeWorld();
  const head = {
    meeting_id: past.id,
    meeting_uuid: instance.uuid,
    meeting_topic: past.topic,
    meeting_host_id: past.host_id,
    meeting_host_email: "grace@example.com",
    meeting_start_time: "2027-01-05T16:00:00Z",
    meeting_end_time: "2027-01-05T16:47:00Z",
    summary_start_time: "2027-01-05T16:00:00Z",
    summary_end_time: "2027-01-05T16:47:00Z",
    summary_created_time: "2027-01-05T16:52:00Z",
    summary_last_modified_time: "2027-01-05T16:52:00Z",
  };
  expect((await call("GET", LIST)).body).toEqual({ next_page_token: "", page_size: 30, summaries: [head] });
  const { body } = await call("GET", `/meetings/${past.id}/meeting_summary`);
  expect(body).toMatchObject({
    ...head,
    summary_title: "Meeting summary for Getting started in 45 minutes",
    summary_last_modified_user_email: "grace@example.com",
    summary_overview: "Grace showed how to plan a webinar, how people sign up, and what the reports say afterwards.",
    next_steps: ["Grace: send the slides to everybody who signed up."],
  });
  expect(body.summary_content).toMatch(/^## Quick recap\n/);
  expect((await call("GET", `/meetings/${inPath(instance.uuid)}/meeting_summary`)).body).toEqual(body);
});

test.each([
  ["from=2027-01-05T16:00:00Z", 1],
  ["from=2027-01-05T16:00:01Z", 0],
  ["to=2027-01-05T16:00:00Z", 1],
  ["to=2027-01-05T15:59:59Z", 0],
  ["from=2027-01-05T16:50:00Z&time_filter_field=summary_created_time", 1],
  ["to=2027-01-05T16:50:00Z&time_filter_field=summary_created_time", 0],
  ["to=2027-01-05T16:50:00Z&time_filter_field=unheard_of", 1],
])("summaries from %s: %i", async (query, count) => {
  const { call } = await probeWorld();
  const { body } = await call("GET", `${LIST}?${query}`);
  expect(body.summaries).toHaveLength(count);
  for (const [name, value] of new URLSearchParams(query)) if (name !== "time_filter_field") expect(body[name]).toBe(value);
});

test.each([
  ["from=2027-01-05", "from"],
  ["to=2027-01-05T16:00:00", "to"],
])("a window that is not in UTC is refused: %s", async (query, field) => {
  const { call } = await probeWorld();
  expect(refusalOf(await call("GET", `${LIST}?${query}`))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("comes in pages, latest first", async () => {
  const { call } = await probeWorld(({ past, instance }) => {
    past.instances = [1, 2, 3].map((day) => ({ ...instance, uuid: `${day}`, start_time: `2027-01-0${day}T10:00:00Z` }));
  });
  const uuids = (body: { summaries: { meeting_uuid: string }[] }) => body.summaries.map(({ meeting_uuid }) => meeting_uuid);
  const first = (await call("GET", `${LIST}?page_size=2`)).body;
  const last = (await call("GET", `${LIST}?page_size=2&next_page_token=${first.next_page_token}`)).body;
  expect([uuids(first), uuids(last), last.next_page_token]).toEqual([["3", "2"], ["1"], ""]);
  expect(refusalOf(await call("GET", `${LIST}?next_page_token=made.up`))).toBe("400/300 The next page token is invalid or expired.");
});

test("a summary that was deleted is gone", async () => {
  const { call, past } = await probeWorld();
  const at = `/meetings/${past.id}/meeting_summary`;
  expect(await call("DELETE", at)).toMatchObject({ status: 204, text: "" });
  expect((await call("GET", LIST)).body.summaries).toEqual([]);
  for (const verb of ["GET", "DELETE"] as const) expect(refusalOf(await call(verb, at))).toBe(`404/3001 Meeting does not exist: ${past.id}.`);
});

test("or lies in the trash, by switch", async () => {
  const { call, past } = await probeWorld(undefined, { switches: { deletedSummary: "trash" } });
  const at = `/meetings/${past.id}/meeting_summary`;
  expect((await call("DELETE", at)).status).toBe(204);
  expect((await call("GET", LIST)).body.summaries).toEqual([]);
  const sentence = "403/2305 The meeting summary has been moved to Trash and cannot be accessed.";
  for (const verb of ["GET", "DELETE"] as const) expect(refusalOf(await call(verb, at))).toBe(sentence);
});

test("a malformed id, an unknown one, and a webinar without a summary", async () => {
  const { call } = await probeWorld();
  const { id } = await planWebinar(call);
  for (const verb of ["GET", "DELETE"] as const) {
    expect(refusalOf(await call(verb, "/meetings/abc/meeting_summary"))).toBe("400/300 Invalid meeting ID.");
    expect(refusalOf(await call(verb, "/meetings/12345678901/meeting_summary"))).toBe("404/3001 Meeting does not exist: 12345678901.");
    expect(refusalOf(await call(verb, `/meetings/${id}/meeting_summary`))).toBe(`404/3001 Meeting does not exist: ${id}.`);
  }
});

test.each([
  ["hosting", /^400\/3161 Meeting hosting/, null, null],
  ["summaries", /^400\/3000 Meeting summary disabled/, null, null],
  ["paid_account", /^400\/200 Only available for Paid account/, /^400\/200 Only available/, /^400\/200 Only available/],
  ["summary_access", BY_MAIL, BY_MAIL, BY_MAIL],
  ["summary_from_anywhere", BY_ADDRESS, BY_ADDRESS, BY_ADDRESS],
  ["summary_deletion", null, null, /^400\/2313 Failed to delete meeting summary/],
])("with %s off: list, get and delete", async (feature, list, get, remove) => {
  const { call, past } = await probeWorld((_, state) => state.account.off.push(feature));
  const at = `/meetings/${past.id}/meeting_summary`;
  const answers = [await call("GET", LIST), await call("GET", at), await call("DELETE", at)];
  for (const [index, refusal] of [list, get, remove].entries()) {
    const answer = answers[index];
    if (answer === undefined || refusal === null) expect(answer?.status).toBeLessThan(300);
    else expect(refusalOf(answer)).toMatch(refusal);
  }
});

test("the deprecated fields are read from the headings", () => {
  expect(deprecatedFields("Intro\n## One\nFirst\nline\n\n## Two\nSecond\n## Action Items\n- a\n* b\n")).toEqual({
    summary_overview: "First\nline",
    summary_details: [
      { label: "One", summary: "First\nline" },
      { label: "Two", summary: "Second" },
    ],
    next_steps: ["a", "b"],
  });
  expect(deprecatedFields("")).toEqual({ summary_overview: "", summary_details: [], next_steps: [] });
});
