import { describe, expect, it } from "vitest";
import { wrapped } from "./width.ts";

describe("a wrapped text", () => {
  it.each([
    ["note     scopes: all of them for what is in use", "note     scopes: all of them\n         for what is in use"],
    ["--agenda  A long text about everything", "--agenda  A long text about\n          everything"],
    ["- webinar 82834512568: a long topic of it", "- webinar 82834512568: a long\n  topic of it"],
    ["    line 4: email is not an e-mail address", "    line 4: email is not an\n    e-mail address"],
    ["A sentence.  Another that goes on for long", "A sentence.  Another that goes\non for long"],
    ["  zoom-webinar registrants list 82834512568", "  zoom-webinar registrants list 82834512568"],
    ["short   and  spaced", "short   and  spaced"],
  ])("of %j has its further lines below its first word, and no command in pieces", (text, expected) => expect(wrapped(text, 30)).toBe(expected));
});
