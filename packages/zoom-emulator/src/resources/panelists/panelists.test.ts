import { expect, test } from "vitest";
import type { EmulatorOptions } from "../../options.ts";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const PAT = { name: "Pat Sample", email: "pat@example.com" };
const KIM = { name: "Kim Sample", email: "kim@example.com" };

const withWebinar = async (settings: Record<string, unknown> = {}, options: EmulatorOptions = {}) => {
  const probed = await probe(options);
  const { id } = await planWebinar(probed.call, { settings: { approval_type: 0, ...settings } });
  const at = `/webinars/${id}/panelists`;
  const add = (...panelists: unknown[]) => probed.call("POST", at, { panelists });
  const list = async () => (await probed.call("GET", at)).body.panelists;
  return { ...probed, id, at, add, list };
};

test("invites people, who then have links of their own and a mail", async () => {
  const { add, call, at, id, emulator } = await withWebinar();
  const { status, body } = await add(PAT, { ...KIM, name_tag_name: "Kim", name_tag_pronouns: "they/them" });
  expect([status, body]).toEqual([201, { id: String(id), updated_at: "2027-01-15T12:00:00Z" }]);
  const listed = (await call("GET", at)).body;
  expect(listed).toMatchObject({ total_records: 2, panelists: [PAT, { ...KIM, name_tag_name: "Kim", name_tag_pronouns: "they/them" }] });
  expect(new Set(listed.panelists.map(({ join_url }: { join_url: string }) => join_url)).size).toBe(2);
  expect(listed.panelists[0].join_url).toMatch(new RegExp(`/w/${id}\\?tk=`));
  expect((await emulator.mailLog()).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
    "panelist_invitation pat@example.com",
    "panelist_invitation kim@example.com",
  ]);
});

test("writes to nobody if the setting says so", async () => {
  const { add, emulator } = await withWebinar({ panelists_invitation_email_notification: false });
  await add(PAT);
  expect(await emulator.mailLog()).toEqual([]);
});

test("takes one off by id or by e-mail, or all", async () => {
  const { add, call, at, list } = await withWebinar();
  await add(PAT, KIM, { name: "Ray", email: "ray@example.com" });
  const [pat] = await list();
  expect((await call("DELETE", `${at}/${pat.id}`)).status).toBe(204);
  expect((await call("DELETE", `${at}/KIM@example.com`)).status).toBe(204);
  expect(await list()).toMatchObject([{ name: "Ray" }]);
  expect((await call("DELETE", at)).status).toBe(204);
  expect(await list()).toEqual([]);
});

test("somebody who is not a panelist: accepted or refused, by switch", async () => {
  const lenient = await withWebinar();
  expect((await lenient.call("DELETE", `${lenient.at}/nobody`)).status).toBe(204);
  const strict = await withWebinar({}, { switches: { unknownPanelist: "refuse" } });
  expect(refusalOf(await strict.call("DELETE", `${strict.at}/nobody`))).toBe("400/300 Validation Failed. [panelistId]");
});

test("the same e-mail again: the same person or a second one, by switch", async () => {
  const once = await withWebinar();
  await once.add(PAT);
  const [before] = await once.list();
  await once.add({ ...PAT, name: "Patricia", email: "PAT@example.com" });
  expect(await once.list()).toEqual([{ ...before, name: "Patricia" }]);
  const twice = await withWebinar({}, { switches: { duplicatePanelist: "second" } });
  await twice.add(PAT);
  await twice.add(PAT);
  expect(await twice.list()).toHaveLength(2);
});

test.each([
  [[{ name: "Pat" }], "panelists[0].email"],
  [[{ email: "pat@example.com" }], "panelists[0].name"],
  [[PAT, { ...KIM, email: "kim" }], "panelists[1].email"],
  [[{ ...PAT, name: "一二三四五六七八九十一二三" }], "panelists[0].name"],
  [[{ ...PAT, name_tag_id: "none", virtual_background_id: "none" }], "panelists[0].virtual_background_id, panelists[0].name_tag_id"],
  [Array.from({ length: 31 }, () => PAT), "panelists"],
])("refuses %j", async (people, field) => {
  const { add, list } = await withWebinar();
  expect(refusalOf(await add(...people))).toBe(`400/300 Validation Failed. [${field}]`);
  expect(await list()).toEqual([]);
});

test("a licence holds a hundred", async () => {
  const { add } = await withWebinar();
  for (let index = 0; index < 4; index++) {
    const batch = Array.from({ length: 25 }, (_, place) => ({ name: "P", email: `p${index}-${place}@example.com` }));
    expect((await add(...batch)).status).toBe(201);
  }
  expect(refusalOf(await add(PAT))).toMatch(/^400\/3000 You have reached the limit for the number of panelists/);
});

test("a panelist can no longer register", async () => {
  const { add, call, id } = await withWebinar();
  await add(PAT);
  const answer = await call("POST", `/webinars/${id}/registrants`, { email: PAT.email, first_name: "Pat" });
  expect(refusalOf(answer)).toMatch(/^400\/3000 You have been invited as a panelist/);
});
