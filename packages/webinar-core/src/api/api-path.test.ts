import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { expect, it } from "vitest";
import { readApiPath } from "./api-path.ts";

it.each(Object.keys(endpoints))("finds %s by its method and its path with every place filled", (id) => {
  const [method = "", template = ""] = id.split(" ");
  const places = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const typed = template.replaceAll(/\{\w+\}/g, "9%2F5");
  for (const path of [typed, `/v2${typed}`, typed.slice(1)])
    expect(readApiPath(method.toLowerCase(), path)).toEqual({
      endpoint: id,
      path: Object.fromEntries(places.map((name) => [name, "9/5"])),
      query: {},
    });
});

it("reads what follows the question mark", () => {
  expect(readApiPath("GET", "/users/me/webinars?page_size=30&type=scheduled&q=a?b")).toEqual({
    endpoint: "GET /users/{userId}/webinars",
    path: { userId: "me" },
    query: { page_size: "30", type: "scheduled", q: "a?b" },
  });
});

it.each([
  ["GET", "/webinar/95312345678", /no "GET \/webinar\/95312345678"/, 'Did you mean "GET /webinars/95312345678"?'],
  ["GET", "/webinars/{webinarId}", /\{webinarId\} is not filled/, expect.stringContaining("Put the value in the place of {webinarId}")],
  ["POST", "/nothing/of/the/kind/at/all", /has no/, expect.stringContaining("only documented endpoints")],
  ["FETCH", "/webinars/95312345678", /has no/, expect.anything()],
  ["GET", "/webinars/95312345678%", null, null],
])("says of %s %s what to do instead", (method, path, message, hint) => {
  if (message === null) return expect(readApiPath(method, path).path).toEqual({ webinarId: "95312345678%" });
  expect(() => readApiPath(method, path)).toThrow(expect.objectContaining({ code: "input_invalid", message: expect.stringMatching(message), hint }));
});
