import { type Case, fails, HOST, NOWHERE, UPCOMING } from "./case.ts";

export const panelists: readonly Case[] = [
  {
    id: "panelists.list",
    name: "of the demo",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { panelists: [{ email: "grace@example.com" }] } },
  },
  fails("panelists.list", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  {
    id: "panelists.add",
    name: "by address, with one who is on already",
    input: () => ({ webinar_id: UPCOMING, panelist_emails: ["rosa@example.org", "grace@example.com"] }),
    expected: { ok: { results: [{ outcome: "done" }, { outcome: "skipped" }], zoom_mails: true } },
  },
  {
    id: "panelists.add",
    name: "by name, with links",
    input: () => ({ webinar_id: UPCOMING, panelists: [{ name: "Tove Tide", email: "tove@example.org" }], include_join_links: true }),
    expected: { ok: { results: [{ email: "tove@example.org", outcome: "done" }] } },
  },
  fails("panelists.add", "nobody", () => ({ webinar_id: UPCOMING }), "input_invalid"),
  fails("panelists.add", "without a name", () => ({ webinar_id: UPCOMING, panelists: [{ email: "rosa@example.org" }] }), "input_invalid"),

  {
    id: "panelists.replace",
    name: "a name",
    input: () => ({ webinar_id: UPCOMING, panelist_id: "rosa@example.org", name: "Rosa Ember" }),
    expected: { ok: { removed: { name: "rosa" }, added: { name: "Rosa Ember" } } },
  },
  fails("panelists.replace", "somebody unknown", () => ({ webinar_id: UPCOMING, panelist_id: "who@example.org", name: "W" }), "not_found"),

  {
    id: "panelists.remove",
    name: "by address",
    input: () => ({ webinar_id: UPCOMING, panelist_id: "rosa@example.org" }),
    expected: { ok: { done: "remove_panelist" } },
  },
  fails("panelists.remove", "somebody unknown", () => ({ webinar_id: UPCOMING, panelist_id: "who@example.org" }), "not_found"),
  fails("panelists.remove", "of a webinar that is not there", () => ({ webinar_id: NOWHERE, panelist_id: HOST }), "not_found"),

  { id: "panelists.removeAll", name: "at once", input: () => ({ webinar_id: UPCOMING }), expected: { ok: { done: "remove_all_panelists" } } },
  fails("panelists.removeAll", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
