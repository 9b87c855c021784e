import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { EndpointId } from "./generated/endpoints.ts";
import type { inputs } from "./generated/schemas.ts";
import { inputSchema } from "./schemas.ts";
import type { ArgsOf, InputOf, PagedId, ReplyOf } from "./types.ts";
import type { UploadFile } from "./upload.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Intersections written out, so that equal shapes compare as equal. */
type Plain<T> = T extends UploadFile ? T : T extends readonly (infer Item)[] ? Plain<Item>[] : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

test("every generated input schema takes exactly InputOf of its endpoint", () => {
  type Differs = {
    [Id in EndpointId]: Same<Plain<z.input<ReturnType<(typeof inputs)[Id]>>>, Plain<InputOf<Id>>> extends true ? never : Id;
  }[EndpointId];
  expectTypeOf<Differs>().toBeNever();
  // The comparison itself can fail.
  expectTypeOf<Same<Plain<z.input<ReturnType<(typeof inputs)["GET /users"]>>>, Plain<InputOf<"GET /users/{userId}">>>>().toEqualTypeOf<false>();
});

test("path and query: ids are strings, optional keys take undefined", () => {
  type Id = "GET /webinars/{webinarId}/registrants";
  expectTypeOf<ArgsOf<Id>["path"]>().toEqualTypeOf<{ webinarId: string }>();
  expectTypeOf({ path: { webinarId: "1" } }).toExtend<ArgsOf<Id>>();
  expectTypeOf({ path: { webinarId: "1" }, query: { occurrence_id: undefined, page_size: 5 } }).toExtend<ArgsOf<Id>>();
  expectTypeOf<InputOf<Id>>().toHaveProperty("webinar_id");
  // @ts-expect-error: deprecated parameters cannot be sent
  expectTypeOf<InputOf<Id>>().toHaveProperty("page_number");
  // @ts-expect-error: ids are never numbers
  ({ path: { webinarId: 1 } }) satisfies ArgsOf<Id>;
  // @ts-expect-error: path parameters are required
  ({ query: {} }) satisfies ArgsOf<Id>;
  // @ts-expect-error: an unknown key is a mistake
  ({ path: { webinarId: "1" }, query: { pagesize: 5 } }) satisfies ArgsOf<Id>;
});

test("no query: the part is gone and the input is not never", () => {
  type Id = "GET /webinars/{webinarId}/survey";
  expectTypeOf<keyof ArgsOf<Id>>().toEqualTypeOf<"path">();
  expectTypeOf<InputOf<Id>>().toEqualTypeOf<{ webinar_id: string }>();
  // @ts-expect-error: it has no query
  ({ path: { webinarId: "1" }, query: { page_size: 1 } }) satisfies ArgsOf<Id>;
});

test("no body, 204: a query and null", () => {
  type Id = "DELETE /webinars/{webinarId}";
  expectTypeOf<keyof ArgsOf<Id>>().toEqualTypeOf<"path" | "query">();
  expectTypeOf<ReplyOf<Id>>().toEqualTypeOf<null>();
});

test("200 without body", () => {
  type Id = "PUT /webinars/{webinarId}/status";
  expectTypeOf<ReplyOf<Id>>().toEqualTypeOf<null>();
  expectTypeOf<ArgsOf<Id>["body"]>().toEqualTypeOf<{ action: "end" }>();
});

test("multipart: a file and its fields", () => {
  type Id = "POST /webinars/{webinarId}/branding/virtual_backgrounds";
  expectTypeOf<ArgsOf<Id>["body"]["file"]>().toEqualTypeOf<UploadFile>();
  expectTypeOf<InputOf<Id>["file"]>().toEqualTypeOf<UploadFile>();
  expectTypeOf<InputOf<Id>["default"]>().toEqualTypeOf<boolean | undefined>();
});

test("body and path in one flat input, undefined at every depth", () => {
  type Id = "PATCH /webinars/{webinarId}";
  expectTypeOf({ webinar_id: "1", topic: undefined, settings: { approval_type: undefined } }).toExtend<InputOf<Id>>();
  ({ webinar_id: "1", settings: { approval_type: 1 } }) satisfies InputOf<Id>;
  // @ts-expect-error: 3 is no approval type
  ({ webinar_id: "1", settings: { approval_type: 3 } }) satisfies InputOf<Id>;
  expectTypeOf<InputOf<"POST /users/{userId}/webinar_templates">["webinar_id"]>().toEqualTypeOf<string>();
});

test("no parameter at all", () => {
  expectTypeOf({}).toExtend<InputOf<"GET /tracking_fields">>();
  // @ts-expect-error: it takes nothing
  ({ page_size: 1 }) satisfies InputOf<"GET /tracking_fields">;
});

test("replies: ids are strings, every field may be missing, enums may grow", () => {
  type Reply = ReplyOf<"GET /webinars/{webinarId}">;
  expectTypeOf<Reply["id"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<Reply["settings"]>["host_video"]>().toEqualTypeOf<boolean | undefined>();
  type Row = NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants">["registrants"]>[number];
  expectTypeOf<Row["email"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<"something new">().toExtend<NonNullable<Row["status"]>>();
});

test("paged endpoints", () => {
  expectTypeOf<"GET /webinars/{webinarId}/registrants">().toExtend<PagedId>();
  expectTypeOf<"GET /webinars/{webinarId}/panelists">().not.toExtend<PagedId>();
});

test("fields of an input taken one by one stay optional, and lists stay lists", () => {
  const { title, questions } = inputSchema("POST /webinars/{webinarId}/polls").shape;
  const poll = z.strictObject({ title, questions: questions.unwrap().min(1) });
  type Poll = z.input<typeof poll>;
  ({ questions: [{ name: "?", type: "single" }] }) satisfies Poll;
  // @ts-expect-error: no such kind of question
  ({ questions: [{ name: "?", type: "maybe" }] }) satisfies Poll;
  expect(poll.safeParse({ questions: [] }).success).toBe(false);
  expect(poll.safeParse({ questions: [{}] }).success).toBe(true);
});
