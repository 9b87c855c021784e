import { InputError } from "@zoom-webinar/foundation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endpoints } from "../generated/endpoints.ts";
import { fillPath } from "./path.ts";

const fill = (value: unknown, uuids: string[] = ["webinarId"]) => fillPath("/past_webinars/{webinarId}/qa", uuids, { webinarId: value });

test("an id goes out as it is given: the schema that read it has made it canonical", () => {
  expect(fill("95312345678")).toBe("/past_webinars/95312345678/qa");
  expect(fill("953 1234 5678")).toBe("/past_webinars/953%201234%205678/qa");
});

test("UUIDs are encoded once, and twice if they start with a slash or hold two", () => {
  expect(fill("m3WqMkvuRXyYqH+eKWhk9w==")).toBe("/past_webinars/m3WqMkvuRXyYqH%2BeKWhk9w%3D%3D/qa");
  expect(fill("a/b+c==")).toBe("/past_webinars/a%2Fb%2Bc%3D%3D/qa");
  expect(fill("/ajXp112Q==")).toBe("/past_webinars/%252FajXp112Q%253D%253D/qa");
  expect(fill("aj//Xp==")).toBe("/past_webinars/aj%252F%252FXp%253D%253D/qa");
  expect(fill("/ajXp112Q==", [])).toBe("/past_webinars/%2FajXp112Q%3D%3D/qa");
});

test.each(["", " ", ".", "..", "a\r\nHost: b", "a\u0000", "\ud800", undefined, 95312345678])("%j is not an id", (value) => {
  expect(() => fill(value)).toThrow(InputError);
});

test("whatever the ids are, the path keeps its segments and its host", () => {
  const ids = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[./\\%?#@:2eEfF ]{1,12}$/));
  for (const info of Object.values(endpoints)) {
    const names = [...info.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
    if (names.length === 0) continue;
    fc.assert(
      fc.property(fc.array(ids, { minLength: names.length, maxLength: names.length }), (values) => {
        let path: string;
        try {
          path = fillPath(info.path, info.uuids, Object.fromEntries(names.map((name, index) => [name, values[index]])));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        const url = new URL(`https://api.zoom.us/v2${path}?page_size=1`);
        expect(url.host).toBe("api.zoom.us");
        expect(url.search).toBe("?page_size=1");
        const segments = url.pathname.split("/");
        const template = `/v2${info.path}`.split("/");
        expect(segments).toHaveLength(template.length);
        for (const [index, part] of template.entries()) if (!part.startsWith("{")) expect(segments[index]).toBe(part);
      }),
      { numRuns: 25 },
    );
  }
});
