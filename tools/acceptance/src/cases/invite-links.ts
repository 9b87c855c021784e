import { type Case, fails } from "./case.ts";

export const inviteLinks: readonly Case[] = [
  {
    id: "inviteLinks.create",
    name: "for two",
    input: ({ made }) => ({ webinar_id: made, attendees: [{ name: "Rosa" }, { name: "Tove", disable_video: true }], ttl: 86_400 }),
    expected: { ok: { attendees: [{ name: "Rosa" }, { name: "Tove" }] } },
  },
  fails("inviteLinks.create", "for nobody", ({ made }) => ({ webinar_id: made, attendees: [] }), "input_invalid", { asJson: true }),
  fails(
    "inviteLinks.create",
    "for longer than 90 days",
    ({ made }) => ({ webinar_id: made, attendees: [{ name: "R" }], ttl: 7_776_001 }),
    "input_invalid",
  ),
];
