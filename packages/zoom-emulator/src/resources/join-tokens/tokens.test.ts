import { expect, test } from "vitest";
import { refusalOf } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";

const JOIN_TOKENS = [
  ["live_streaming", "400/3000 Not allowed to start live streaming."],
  ["local_archiving", "400/3000 Not allowed to start local archiving."],
  ["local_recording", "400/3000 Not allowed to start local recording."],
] as const;

test("each join token is good for two minutes and differs from the others", async () => {
  const { call, upcoming, clock } = await probeWorld();
  const tokens = () => Promise.all(JOIN_TOKENS.map(async ([kind]) => (await call("GET", `/webinars/${upcoming.id}/jointoken/${kind}`)).body));
  const first = await tokens();
  expect(first.map(({ expire_in }) => expire_in)).toEqual([120, 120, 120]);
  clock.advance(120_000);
  const second = await tokens();
  expect(new Set([...first, ...second].map(({ token }) => token)).size).toBe(6);
});

test.each(JOIN_TOKENS)("a join token for %s needs an OAuth app and the host's setting", async (kind, sentence) => {
  const refusal = async (feature: string) => {
    const { call, upcoming } = await probeWorld((_, state) => state.account.off.push(feature));
    return refusalOf(await call("GET", `/webinars/${upcoming.id}/jointoken/${kind}`));
  };
  expect(await refusal("oauth_tokens")).toBe("400/124 This API only supports OAuth2 authorization.");
  expect(await refusal(kind)).toContain(sentence);
  expect(await refusal("permission")).toBe("400/200 No permission.");
});

test.each(["jointoken/live_streaming", "jointoken/local_archiving", "jointoken/local_recording", "token"])(
  "%s refuses a malformed webinar ID, an unknown one, and a host without the add-on",
  async (path) => {
    const { call, upcoming } = await probeWorld((_, state) => {
      for (const user of state.users) user.hasWebinarAddOn = false;
    });
    expect(refusalOf(await call("GET", `/webinars/abc/${path}`))).toBe("400/300 Invalid webinar ID.");
    expect(refusalOf(await call("GET", `/webinars/12345678901/${path}`))).toBe("404/3001 Webinar does not exist: 12345678901.");
    expect(refusalOf(await call("GET", `/webinars/${upcoming.id}/${path}`))).toMatch(/^400\/200 Webinar plan is missing/);
  },
);

test("the caption address is there only while the webinar is on air", async () => {
  const { call, upcoming, emulator } = await probeWorld();
  const at = `/webinars/${upcoming.id}/token`;
  expect(refusalOf(await call("GET", at))).toBe(`400/3000 Webinar ${upcoming.id} has not started.`);
  await emulator.controls.startWebinar(upcoming.id);
  const { body } = await call("GET", `${at}?type=closed_caption_token`);
  const url = new URL(body.token);
  expect([url.hostname, url.searchParams.get("id"), url.searchParams.get("spparams")]).toEqual([
    "zoom.example.com",
    String(upcoming.id),
    "id,ns,expire",
  ]);
  expect((await call("GET", at)).body).toEqual(body);
  await emulator.controls.endWebinar(upcoming.id);
  expect((await call("GET", at)).body.code).toBe(3000);
});

test("captions can be off", async () => {
  const { call, upcoming } = await probeWorld((_, state) => state.account.off.push("closed_captions"));
  expect(refusalOf(await call("GET", `/webinars/${upcoming.id}/token`))).toMatch(/^400\/3000 Closed captioning disabled/);
});

test("the SIP address holds the passcode as it was given, and a code that changes every two hours", async () => {
  const { call, upcoming, clock, signIn } = await probeWorld();
  const dial = (fields: object) => call("POST", `/webinars/${upcoming.id}/sip_dialing`, fields);
  const { status, body } = await dial({ passcode: "wrong" });
  expect(status).toBe(201);
  expect(body).toMatchObject({ paid_crc_plan_participant: true, expire_in: 7200 });
  expect(body.participant_identifier_code).toMatch(/^[a-z0-9]{9}$/);
  expect(body.sip_dialing).toBe(`${upcoming.id}.wrong....${body.participant_identifier_code}@zoomcrc.example.com`);
  expect((await dial({})).body.sip_dialing).toContain(`${upcoming.id}.....`);
  clock.advance(7_200_000);
  await signIn();
  expect((await dial({})).body.participant_identifier_code).not.toBe(body.participant_identifier_code);
  expect(refusalOf(await dial({ passcode: [1] }))).toBe("400/300 Validation Failed. [passcode]");
});

test("SIP has words of its own for what cannot be reached", async () => {
  const { call, upcoming } = await probeWorld((_, state) => state.account.off.push("sip"));
  const dial = (id: string | number) => call("POST", `/webinars/${id}/sip_dialing`, {});
  expect(refusalOf(await dial("abc"))).toBe("400/300 Invalid webinar ID.");
  expect(refusalOf(await dial("12345678901"))).toBe("400/3000 Cannot access meeting information.");
  expect(refusalOf(await dial(upcoming.id))).toBe(`400/3000 The webinar's SIP URI does not exist: ${upcoming.id}.`);
  const closed = await probeWorld((_, state) => {
    for (const user of state.users) user.off.push("permission");
  });
  expect(refusalOf(await closed.call("POST", `/webinars/${upcoming.id}/sip_dialing`, {}))).toBe("400/3000 Cannot access meeting information.");
});
