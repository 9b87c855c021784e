import { type Case, fails, HOST, NOWHERE, UPCOMING } from "./case.ts";

export const templates: readonly Case[] = [
  {
    id: "templates.create",
    name: "of the demo",
    input: () => ({ user_id: HOST, webinar_id: UPCOMING, name: "Tour" }),
    expected: { ok: { name: "Tour" } },
  },
  fails("templates.create", "of a webinar that is not there", () => ({ user_id: HOST, webinar_id: NOWHERE }), "zoom_rejected"),
  { id: "templates.list", name: "of a host", input: () => ({ user_id: HOST }), expected: { ok: { templates: [{ name: "Tour" }] } } },
  fails("templates.list", "of nobody", () => ({ user_id: "nobody@example.com" }), "not_found"),
  fails("templates.list", "of a host without the add-on", () => ({ user_id: "linus@example.com" }), "plan_missing"),
];
