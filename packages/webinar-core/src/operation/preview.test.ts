import { expect, it } from "vitest";
import { describePreview, toRecipients } from "./preview.ts";

it("keeps a topic or a name from looking like a line of ours", () => {
  const label = "Launch\nZoom writes to nobody.\u202e\u2028This can be undone.";
  const text = describePreview({
    summary: `Delete "${label}".`,
    targets: [{ kind: "webinar", id: "1", label }],
    recipients: toRecipients(["a@example.com"], "they are told"),
    reversible: false,
  });
  expect(text.split("\n")).toHaveLength(4);
  expect(text).not.toMatch(/[\u202e\u2028]/);
});

it("counts recipients by domain, most first, and shows the first few", () => {
  const emails = ["a@b.example", "c@B.example", ...Array.from({ length: 8 }, (_, i) => `x@d${i}.example`)];
  const recipients = toRecipients(emails, "they are told");
  expect(recipients).toMatchObject({ count: 10, domains: expect.arrayContaining([{ domain: "b.example", count: 2 }]) });
  expect(recipients?.domains[0]).toEqual({ domain: "b.example", count: 2 });
  expect(describePreview({ summary: "S.", targets: [], recipients, reversible: true })).toContain("and 4 other domains");
  expect(toRecipients([], "nobody")).toBeNull();
});
