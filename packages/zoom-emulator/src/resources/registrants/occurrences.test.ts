import { expect, test } from "vitest";
import { PAT, withWebinar } from "../../test/with-webinar.ts";

const RECURRING = { type: 9, start_time: "2027-02-01T10:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 3 } };

test("registering once counts for every date", async () => {
  const { add, webinar, list } = await withWebinar({ ...RECURRING, settings: { approval_type: 0, registration_type: 1 } });
  const { body } = await add(PAT);
  expect(body.occurrences).toEqual(webinar.occurrences);
  const named = (await add({ email: "kim@example.com", first_name: "Kim" }, `?occurrence_ids=${webinar.occurrences[1].occurrence_id}`)).body;
  expect(named.occurrences).toEqual(webinar.occurrences);
  for (const { occurrence_id } of webinar.occurrences) expect(await list(`?occurrence_id=${occurrence_id}`)).toHaveLength(2);
});

test("registering for dates: named ones, the next, or all, as registration_type says", async () => {
  const dates = async (registration_type: number, query: (ids: string[]) => string) => {
    const { add, webinar } = await withWebinar({ ...RECURRING, settings: { approval_type: 0, registration_type } });
    const ids: string[] = webinar.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id);
    const { body } = await add(PAT, query(ids));
    return body.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => ids.indexOf(occurrence_id));
  };
  expect(await dates(2, () => "")).toEqual([0]);
  expect(await dates(3, () => "")).toEqual([0, 1, 2]);
  expect(await dates(3, ([, second, third]) => `?occurrence_ids=${second},${third}`)).toEqual([1, 2]);
});

test("a person who registers for another date is the same person, for both", async () => {
  const { add, webinar, list } = await withWebinar({ ...RECURRING, settings: { approval_type: 0, registration_type: 2 } });
  const [first, second, third] = webinar.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id);
  const one = (await add(PAT, `?occurrence_ids=${first}`)).body;
  const two = (await add(PAT, `?occurrence_ids=${third}`)).body;
  expect(two.registrant_id).toBe(one.registrant_id);
  expect([await list(`?occurrence_id=${first}`), await list(`?occurrence_id=${second}`)].map(({ length }) => length)).toEqual([1, 0]);
  expect((await add({ email: "kim@example.com", first_name: "Kim" }, "?occurrence_ids=17")).body.code).toBe(300);
});

test("decides and removes for one date", async () => {
  const { add, webinar, list, decide, call, at } = await withWebinar({ ...RECURRING, settings: { approval_type: 0, registration_type: 1 } });
  const [first, second] = webinar.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => `?occurrence_id=${occurrence_id}`);
  const { registrant_id } = (await add(PAT)).body;
  await decide("deny", [PAT], first);
  expect([(await list(first)).length, (await list(`${first}&status=denied`)).length, (await list(second)).length]).toEqual([0, 1, 1]);
  await call("DELETE", `${at}/${registrant_id}${second}`);
  expect([(await list(second)).length, (await list()).length]).toEqual([0, 1]);
});
