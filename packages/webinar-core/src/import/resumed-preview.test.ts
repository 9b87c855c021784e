import type { Send } from "@zoom-webinar/auth";
import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { afterEach, expect, it } from "vitest";
import type { Preview } from "../operation/preview.ts";
import { operations } from "../operations/index.ts";
import { type ImportWorld, importWorld } from "../test/import-world.ts";

const { registrants } = operations;

let world: ImportWorld;
afterEach(() => world.remove());

/** Zoom takes so many registrations today. */
const taking =
  (most: number) =>
  (send: Send): Send => {
    let taken = 0;
    return async (request) => {
      if (request.method === "POST" && request.url.endsWith("/registrants") && taken++ >= most)
        return { status: 429, headers: { "x-ratelimit-type": "Daily-limit" }, text: '{"code":429,"message":"Daily limit"}' };
      return send(request);
    };
  };

const csv = (domains: readonly string[]) => `Email,First Name\n${domains.map((domain, at) => `p${at}@${domain},Person ${at}`).join("\n")}\n`;
const previewOf = async (input: object): Promise<Preview> => {
  const asking = { ...world.process({ step: () => {}, steps: 0, isDead: false }), safety: "confirm" as const };
  const error = await world.run(registrants.import, input as never, asking).then(
    () => Promise.reject(new Error("it ran")),
    (refusal: ZoomWebinarError) => refusal,
  );
  return error.details.preview as Preview;
};

it("the preview of an import that goes on counts people, calls, time and mail domains of what is left alone", async () => {
  world = await importWorld({ wrap: taking(3) });
  const file = await world.file("people.csv", csv(["example.com", "example.com", "example.com", "example.org", "example.net"]));
  const input = { webinar_id: world.webinar_id, file, method: "single" as const };
  expect(await world.run(registrants.import, input)).toMatchObject({ complete: false, counts: { registered: 3 } });

  const preview = await previewOf({ ...input, resume: true });
  expect(preview).toMatchObject({
    summary: expect.stringMatching(/^Go on with import \S+\. Register 2 people for "Tides"\.$/),
    recipients: {
      count: 2,
      domains: [
        { domain: "example.net", count: 1 },
        { domain: "example.org", count: 1 },
      ],
    },
    plan: { new: 2, already_registered: 3, calls: 2, mails: 2 },
  });
  expect(preview.notes?.slice(0, 2)).toEqual(["2 of the 5 rows are still to be sent.", expect.stringMatching(/^2 calls, one a person /)]);
  await expect(world.run(registrants.import, input)).rejects.toThrow("resume: 3 of 5 rows are done, the import is not finished");
  expect(await world.run(registrants.import, { ...input, dry_run: true })).toMatchObject({
    complete: false,
    counts: { registered: 3 },
    plan: { rows: 5, new: 2, already_registered: 3, calls: 2, mails: 2, domains: [{ count: 1 }, { count: 1 }] },
  });
});
