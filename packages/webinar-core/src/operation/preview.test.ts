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

it("shows people what they know a thing by, and an id only if it says something to them", () => {
  const targets = [
    { kind: "webinar", id: "82834512568", label: "Launch" },
    { kind: "registrant", id: "vfmrv6nGSoUiFc1fegypdA", label: "Ada Example <ada@example.com>", internal: true },
    { kind: "registrant", id: "u0ZNSWUbkzw3hwJ56rXnCA", internal: true },
  ] as const;
  expect(describePreview({ summary: "S.", targets, recipients: null, reversible: true })).toBe(
    [
      "S.",
      "- webinar 82834512568: Launch",
      "- registrant: Ada Example <ada@example.com>",
      "- registrant: u0ZNSWUbkzw3hwJ56rXnCA",
      "Zoom writes to nobody.",
      "This can be undone.",
    ].join("\n"),
  );
});

it("shows several things of a kind a line each, and of many both ends, unless all are asked for", () => {
  const linesOf = (count: number, isWhole = false) => {
    const items = Array.from({ length: count }, (_, at) => `day ${at + 1}\nZoom writes to nobody.`);
    const targets = [{ kind: "dates", id: items.join(" "), items, internal: true as const }];
    return describePreview({ summary: "S.", targets, recipients: null, reversible: true }, { isWhole }).split("\n").slice(1, -2);
  };
  const day = (at: number) => `    day ${at} Zoom writes to nobody.`;
  expect(linesOf(2)).toEqual(["- dates:", day(1), day(2)]);
  expect(linesOf(15)).toHaveLength(16);
  const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(linesOf(16)).toEqual(["- dates:", ...first.map(day), "    and 2 more, until", ...[13, 14, 15, 16].map(day)]);
  expect(linesOf(16, true)).toHaveLength(17);
});

it("counts recipients by domain, most first, and shows the first few", () => {
  const emails = ["a@b.example", "c@B.example", ...Array.from({ length: 8 }, (_, i) => `x@d${i}.example`)];
  const recipients = toRecipients(emails, "they are told");
  expect(recipients).toMatchObject({ count: 10, domains: expect.arrayContaining([{ domain: "b.example", count: 2 }]) });
  expect(recipients?.domains[0]).toEqual({ domain: "b.example", count: 2 });
  expect(describePreview({ summary: "S.", targets: [], recipients, reversible: true })).toContain("and 4 other domains");
  expect(toRecipients([], "nobody")).toBeNull();
});
