import { ResponseError } from "@zoom-webinar/foundation";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { endpoints } from "./generated/endpoints.ts";
import { readReply } from "./read-reply.ts";
import { replySchema } from "./schemas.ts";
import { replyId, replyTime } from "./text/reply.ts";
import type { EndpointId } from "./types.ts";

const schema = z.object({
  id: z.string().nullish(),
  count: z.number().nullish(),
  on: z.boolean().nullish(),
  kind: z.enum(["a", "b"]).nullish(),
  rows: z.array(z.object({ id: z.string().nullish() })).nullish(),
  nested: z.object({ tags: z.array(z.string()).nullish() }).nullish(),
});

test("keeps documented fields only, at every depth", () => {
  expect(readReply(schema, { id: "1", secret: "zak", rows: [{ id: "2", secret: "zak" }], nested: { tags: ["x"], more: 1 } })).toEqual({
    id: "1",
    rows: [{ id: "2" }],
    nested: { tags: ["x"] },
  });
});

test("ids sent as numbers become strings", () => {
  expect(readReply(schema, { id: 95312345678, rows: [{ id: 2 }] })).toEqual({ id: "95312345678", rows: [{ id: "2" }] });
});

test("an id beyond 2^53 is an error, never a rounded number", () => {
  expect(readReply(schema, JSON.parse('{"id":9007199254740991}'))).toEqual({ id: "9007199254740991" });
  for (const text of ['{"id":9007199254740993}', '{"id":18446744073709551615}'])
    expect(() => readReply(schema, JSON.parse(text))).toThrow(ResponseError);
  expect(() => readReply(schema, JSON.parse('{"rows":[{"id":9007199254740993}]}'))).toThrow(/"rows\[\]\.id"/);
});

test("takes numbers and booleans that come as text, and values that Zoom added to an enum", () => {
  expect(readReply(schema, { count: "12", on: "true", kind: "new" })).toEqual({ count: 12, on: true, kind: "new" });
  expect(readReply(schema, { count: "", on: 0 })).toEqual({ on: false });
});

test.each([
  [" 2015-02-08T12:50:30Z", "2015-02-08T12:50:30Z"],
  ["2024-02-20 15:31:33", "2024-02-20T15:31:33Z"],
  ["2024-02-20T15:31", "2024-02-20T15:31:00Z"],
  ["2021-07-13T21:44:51.0000000+00:00", "2021-07-13T21:44:51Z"],
  ["2027-06-01T10:00:00+0200", "2027-06-01T08:00:00Z"],
  ["2018-10-02T23:59:31.080Z", "2018-10-02T23:59:31.080Z"],
  ["2024-02-20 15:31:33 UTC", "2024-02-20T15:31:33Z"],
  ["2024-02-20", "2024-02-20"],
  ["2024-13-45T00:00:00", "2024-13-45T00:00:00"],
  ["soon", "soon"],
])("a time written as %j is read as %j", (written, read) => {
  expect(readReply(z.object({ at: replyTime.nullish() }), { at: written })).toEqual({ at: read });
});

test("one thing is a list of it, a list of one object is that object, and an empty id is not one", () => {
  expect(readReply(schema, { rows: { id: "1" }, nested: [{ tags: "Sales" }] })).toEqual({ rows: [{ id: "1" }], nested: { tags: ["Sales"] } });
  expect(readReply(schema, { rows: "", nested: [{ tags: "" }, {}] })).toEqual({});
  expect(readReply(schema, { id: ["1", 3] })).toEqual({ id: "1,3" });
  expect(readReply(z.object({ id: replyId.nullish(), name: z.string().nullish() }), { id: " ", name: "" })).toEqual({ name: "" });
});

test("bare rows are the only list of the object that is documented, and nothing if a row is something else", () => {
  expect(readReply(schema, [{ id: "1" }, { id: 2, secret: "zak" }])).toEqual({ rows: [{ id: "1" }, { id: "2" }] });
  const list = replySchema("GET /webinars/{webinarId}/registrants");
  const rows = [{ email: "ada@example.com" }, { email: "grace@example.com" }];
  expect(readReply(list, rows)).toEqual({ registrants: rows });
  expect(readReply(list, rows.slice(0, 1))).toEqual({ registrants: rows.slice(0, 1) });
  for (const odd of [null, 7, "x", {}, { unknown: 1 }, []]) expect(readReply(list, [...rows, odd])).toBeNull();
});

test("bare rows are nothing if the object has no list or several, or if each row is the object itself", () => {
  const rows = [{ id: "1" }, { id: "2" }];
  expect(readReply(z.object({ id: z.string().nullish() }), rows)).toBeNull();
  const two = z.object({ rows: z.array(z.object({ id: z.string().nullish() })).nullish(), more: z.array(z.string()).nullish() });
  expect(readReply(two, rows)).toBeNull();
  const webinar = { id: 1, topic: "Tides", start_time: "2027-01-05T16:00:00Z", duration: 60 };
  expect(readReply(replySchema("GET /webinars/{webinarId}"), [webinar, webinar])).toBeNull();
});

test("null counts as missing, and what is of another kind is dropped", () => {
  expect(readReply(schema, { id: null, count: {}, on: "maybe", rows: { a: 1 }, nested: [] })).toEqual({});
  expect(readReply(schema, { rows: [null, 7, { id: "1" }] })).toEqual({ rows: [{ id: "1" }] });
  for (const other of [null, undefined, 1, "x", []]) expect(readReply(schema, other)).toBeNull();
});

test("whatever Zoom sends, reading gives documented fields or a ResponseError, and the schema agrees with the result", () => {
  const ids = Object.keys(endpoints).filter((id): id is EndpointId => id in endpoints);
  const keys = ["id", "uuid", "registrants", "webinars", "settings", "next_page_token", "topic", "questions", "__proto__", "constructor"];
  const anything = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, "", "1", "x", true, 0, 7, 1.5, 2 ** 53 + 2),
      fc.array(tie("node"), { maxLength: 3 }),
      tie("record"),
    ),
    record: fc.dictionary(fc.constantFrom(...keys), tie("node")),
  }));
  fc.assert(
    fc.property(fc.constantFrom(...ids), anything.record, (id, json) => {
      try {
        const reply = readReply(replySchema(id), json);
        if (reply !== null) expect(replySchema(id).parse(reply)).toEqual(reply);
      } catch (error) {
        expect(error).toBeInstanceOf(ResponseError);
      }
    }),
    { numRuns: 600 },
  );
});

test("a schema that a reply cannot hold is a fault of ours, reported at once", () => {
  expect(() => readReply(z.object({ at: z.date() }), {})).toThrow(TypeError);
});
