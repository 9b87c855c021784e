import { expect, test } from "vitest";
import { isRefusedSuccess, isScopeRefusal, readRefusal } from "./refusal.ts";

const read = (text: string, status = 400) => readRefusal({ status, headers: {}, text });

test.each([
  ["a number", '{"code":300,"message":"No"}', 300],
  ["a number as text", '{"code":"4711","message":"No"}', 4711],
  ["an empty text", '{"code":" ","message":"No"}', null],
  ["words", '{"code":"no","message":"No"}', null],
  ["a part of a number", '{"code":1.5,"message":"No"}', null],
  ["nothing", '{"message":"No"}', null],
  ["something else", '{"code":true,"message":"No"}', null],
])("reads a code that is %s", (_name, text, code) => {
  expect(read(text)).toMatchObject({ status: 400, code, message: "No" });
});

test("a message is one line without control characters, at most 400 characters long", () => {
  expect(read(JSON.stringify({ code: 1, message: "  one\n\ttwo\u0007 three  " })).message).toBe("one two three");
  expect(read(JSON.stringify({ code: 1, message: "x".repeat(500) })).message).toHaveLength(400);
  expect(read(JSON.stringify({ code: 1, message: 7 })).message).toBe("");
});

test.each([
  '{"code":4711,"message":"Invalid access token, does not contain scopes:["webinar:read","webinar:read:admin"]."}',
  '{ "code" : "4711" , "message" : "Invalid access token, does not contain scopes:["webinar:read","webinar:read:admin"]." }',
  '{"message":"Invalid access token, does not contain scopes:["webinar:read","webinar:read:admin"].","code":4711}',
  '{"message" : "Invalid access token, does not contain scopes : ["webinar:read","webinar:read:admin"]." , "errors":[],"code":4711}',
])("reads quotes that Zoom left unescaped: %s", (text) => {
  expect(read(text)).toMatchObject({ code: 4711, scopes: ["webinar:read", "webinar:read:admin"] });
});

test.each([
  ["does not contain scope: [webinar:read:webinar]", ["webinar:read:webinar"]],
  ["does not contain scopes [webinar:read, webinar:read]", ["webinar:read"]],
  ["does not contain scopes:[webinar:write:admin", ["webinar:write:admin"]],
  ["does not contain scopes", []],
  ["[webinar:read]", []],
])("reads the scopes in %j", (message, scopes) => {
  expect(read(JSON.stringify({ code: 4711, message })).scopes).toEqual(scopes);
});

test("takes the fields at fault, at most fifty, and only those that are objects", () => {
  const errors = [{ field: "email", message: " Invalid " }, "none", null, ...Array.from({ length: 60 }, () => ({ field: "x", message: "y" }))];
  const { fields } = read(JSON.stringify({ code: 300, message: "No", errors }));
  expect(fields).toHaveLength(50);
  expect(fields.slice(0, 2)).toEqual([
    { field: "email", message: "Invalid" },
    { field: "x", message: "y" },
  ]);
  expect(read('{"code":300,"message":"No","errors":"none"}').fields).toEqual([]);
});

test("what is neither JSON nor a page has no message, and a list is not a refusal", () => {
  const nothing = { code: null, message: "", scopes: [], fields: [] };
  for (const text of ["", "gone", "[1]", "{]"]) expect(read(text, 502)).toEqual({ status: 502, ...nothing });
  expect(read(' \n {"code":1,"message":"No"}').code).toBe(1);
});

const expects = () => ["id", "code", "message", "topic"];

test.each([
  ["a code and a message", '{"code":200,"message":"No"}', true],
  ["a key of the reply besides", '{"code":200,"message":"No","topic":"Tides"}', false],
  ["a code that is text", '{"code":"200","message":"No"}', false],
  ["no message", '{"code":200,"topic":"Tides"}', false],
  ["a message that is no text", '{"code":200,"message":["No"]}', false],
  ["no code", '{"message":"No"}', false],
  ["a list", '[{"code":200,"message":"No"}]', false],
  ["4000 characters", `{"code":200,"message":"${"x".repeat(4000 - 25)}"}`, true],
  ["more than 4000 characters", `{"code":200,"message":"${"x".repeat(4001 - 25)}"}`, false],
])("a success whose body is %s", (_name, text, refused) => {
  expect(isRefusedSuccess(text, expects)).toBe(refused);
});

test("knows a missing scope by its words, of one scope and of several", () => {
  expect(isScopeRefusal("Invalid access token, does not contain scope:[a:b]")).toBe(true);
  expect(isScopeRefusal("Invalid access token, does not contain scopes:[a:b]")).toBe(true);
  expect(isScopeRefusal("Invalid access token.")).toBe(false);
});
