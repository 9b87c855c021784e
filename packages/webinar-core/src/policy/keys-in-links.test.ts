import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod";
import { withoutKeys } from "./keys-in-links.ts";
import { isGiven } from "./reveal.ts";
import { withholdSecrets } from "./secrets.ts";

const KEY = "abcd-1234-canary";

it.each([
  `rtmp://live.example.com/app/${KEY}`,
  `rtmp://live.example.com/app?streamKey=${KEY}`,
  `rtmps://live.example.com/app?key=${KEY}&x=1`,
  `rtmp://user:${KEY}@live.example.com/app`,
  `srt://live.example.com:9000?streamid=${KEY}&passphrase=${KEY}`,
  `https://live.example.com/ingest?stream_key=${KEY}`,
])("takes the key out of %s and leaves the rest", (link) => {
  const clean = withoutKeys(link, [KEY]);
  expect(clean).not.toContain("canary");
  expect(clean).toContain("live.example.com");
});

it("takes keys that are named as such also if nobody knows them, and leaves links without keys alone", () => {
  expect(withoutKeys("rtmp://user:canary@live.example.com/app?key=canary", [])).not.toContain("canary");
  for (const link of ["rtmp://live.example.com/app", "https://example.com/watch?key=1", "no link: key=1", "rtmp://a.example.com:1935/x"])
    expect(withoutKeys(link, [KEY])).toBe(link);
});

const schema = z.object({ stream_url: z.string().meta({ secret: "shared" }), stream_key: z.string().meta({ secret: "host" }), page_url: z.string() });

it("never lets a withheld key out of a link of the same answer, and gives both to an operator who reveals them (property)", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9-]{6,20}$/), fc.constantFrom("/app/", "?streamKey=", "?x=1&key="), (key, before) => {
      const output = { stream_url: `rtmp://live.example.com${before}${key}`, stream_key: key, page_url: `https://example.com/${key}` };
      const kept = withholdSecrets(schema, output, (secret) => isGiven(secret, "personal", false));
      expect(JSON.stringify(kept)).not.toContain(`/${key}`);
      expect(JSON.stringify(kept)).not.toContain(`=${key}`);
      expect(withholdSecrets(schema, output, (secret) => isGiven(secret, "host", true))).toEqual(output);
    }),
    { numRuns: 200, seed: 11 },
  );
});
