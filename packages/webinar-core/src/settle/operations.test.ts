import { memoryStore } from "@zoom-webinar/foundation";
import { UPCOMING as webinar_id } from "@zoom-webinar/testing/demo-webinars";
import { type Emulated, emulated, HOST } from "@zoom-webinar/testing/emulated";
import type { EndpointId } from "@zoom-webinar/zoom-client";
import { expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";
import { runOperation } from "../run.ts";

const { branding, inviteLinks, panelists, polls, registrants, templates, trackingFields } = operations;

interface Write {
  op: AnyOperation;
  endpoint: EndpointId;
  input: Readonly<Record<string, unknown>>;
  /** How many there are of what it makes. */
  count(zoom: Emulated): Promise<number>;
  /** How many more there are when it was done. */
  adds: number;
  /** To whom Zoom writes when it was done. */
  mails: readonly string[];
}

const colours = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };
const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };
const people = [
  { email: "rosa@example.com", first_name: "Rosa" },
  { email: "tove@example.com", first_name: "Tove" },
];
const webinar = async ({ emulator }: Emulated) => {
  const found = await emulator.state.webinar(webinar_id);
  if (found === undefined) throw new Error("the demo webinar is gone");
  return found;
};
const brandingOf = ({ session }: Emulated) => session.zoom.call("GET /webinars/{webinarId}/branding", { path: { webinarId: webinar_id } });
const inStatus = (status: string) => async (zoom: Emulated) =>
  (await zoom.emulator.state.registrants(webinar_id)).filter((one) => one.status === status).length;
const decision = { endpoint: "PUT /webinars/{webinarId}/registrants/status", adds: 1 } as const;

const WRITES: readonly Write[] = [
  {
    op: polls.create,
    endpoint: "POST /webinars/{webinarId}/polls",
    input: { webinar_id, poll_title: "Lunch", questions: [{ name: "Soup?", type: "single", answers: ["Yes", "No"] }] },
    count: async (zoom) => (await webinar(zoom)).polls.length,
    adds: 1,
    mails: [],
  },
  {
    op: templates.create,
    endpoint: "POST /users/{userId}/webinar_templates",
    input: { user_id: HOST, webinar_id, name: "Tour" },
    count: async ({ emulator }) => (await emulator.state.snapshot()).templates.length,
    adds: 1,
    mails: [],
  },
  {
    op: templates.create,
    endpoint: "POST /users/{userId}/webinar_templates",
    input: { user_id: HOST, webinar_id },
    count: async ({ emulator }) => (await emulator.state.snapshot()).templates.length,
    adds: 1,
    mails: [],
  },
  {
    op: trackingFields.create,
    endpoint: "POST /tracking_fields",
    input: { field: "Campaign" },
    count: async ({ emulator }) => (await emulator.state.snapshot()).trackingFields.length,
    adds: 1,
    mails: [],
  },
  {
    op: branding.createNameTag,
    endpoint: "POST /webinars/{webinarId}/branding/name_tags",
    input: { webinar_id, name: "Speaker", ...colours },
    count: async (zoom) => (await brandingOf(zoom)).name_tags?.length ?? 0,
    adds: 1,
    mails: [],
  },
  {
    op: branding.uploadVirtualBackground,
    endpoint: "POST /webinars/{webinarId}/branding/virtual_backgrounds",
    input: { webinar_id, file },
    count: async (zoom) => (await brandingOf(zoom)).virtual_backgrounds?.length ?? 0,
    adds: 1,
    mails: [],
  },
  {
    op: registrants.addBatch,
    endpoint: "POST /webinars/{webinarId}/batch_registrants",
    input: { webinar_id, registrants: people, auto_approve: true },
    count: async ({ emulator }) => (await emulator.state.registrants(webinar_id)).length,
    adds: 2,
    mails: ["rosa@example.com", "tove@example.com"],
  },
  {
    op: panelists.add,
    endpoint: "POST /webinars/{webinarId}/panelists",
    input: { webinar_id, panelist_emails: ["rosa@example.com"] },
    count: async (zoom) => (await webinar(zoom)).panelists.length,
    adds: 1,
    mails: ["rosa@example.com"],
  },
  {
    op: panelists.replace,
    endpoint: "POST /webinars/{webinarId}/panelists",
    input: { webinar_id, panelist_id: "grace@example.com", name: "Rosa Ember", email: "rosa@example.com" },
    count: async (zoom) => (await webinar(zoom)).panelists.filter(({ email }) => email === "rosa@example.com").length,
    adds: 1,
    mails: ["rosa@example.com"],
  },
  {
    ...decision,
    op: registrants.approve,
    input: { webinar_id, registrants: ["juan@example.com"] },
    count: inStatus("approved"),
    mails: ["juan@example.com"],
  },
  {
    ...decision,
    op: registrants.deny,
    input: { webinar_id, registrants: ["mina@example.com"] },
    count: inStatus("denied"),
    mails: ["mina@example.com"],
  },
  {
    ...decision,
    op: registrants.cancel,
    input: { webinar_id, registrants: ["mina@example.com"] },
    count: async (zoom) => -(await inStatus("approved")(zoom)),
    mails: ["mina@example.com"],
  },
  {
    ...decision,
    op: registrants.updateStatus,
    input: { webinar_id, action: "approve", registrants: ["juan@example.com"] },
    count: inStatus("approved"),
    mails: ["juan@example.com"],
  },
];
const NAMED = WRITES.map(
  (write) => [`${write.op.id}${write.op === templates.create && !("name" in write.input) ? " without a name" : ""}`, write] as const,
);

/** Does the write while the connection breaks so many times; how the world differs then from how it was. */
const broken = async (write: Write, applied: boolean, times: number, zoom = emulated()) => {
  const before = await write.count(zoom);
  zoom.seen();
  zoom.emulator.controls.addFault({ kind: "reset", endpoint: write.endpoint, times, applied });
  const said = await zoom.run(write.op, write.input).catch((error: unknown) => error);
  const writes = zoom.seen().filter(({ method }) => method !== "GET").length;
  return { said, writes, added: (await write.count(zoom)) - before, mails: (await zoom.emulator.mailLog()).map(({ to }) => to) };
};

it.each(NAMED)("%s, applied but not answered: found, not done again", async (_id, write) => {
  const { said, writes, added, mails } = await broken(write, true, 1);
  expect(said).not.toBeInstanceOf(Error);
  expect({ writes, added, mails }).toEqual({ writes: write.op === panelists.replace ? 2 : 1, added: write.adds, mails: write.mails });
});

it.each(NAMED)("%s, lost on the way: sent once more", async (_id, write) => {
  const { said, added, mails } = await broken(write, false, 1);
  expect(said).not.toBeInstanceOf(Error);
  expect({ added, mails }).toEqual({ added: write.adds, mails: write.mails });
});

it.each(NAMED)("%s, lost twice: ambiguous after two attempts, and nothing was done", async (_id, write) => {
  const { said, writes, added, mails } = await broken(write, false, 2);
  expect(said).toMatchObject({ code: "ambiguous" });
  expect({ writes, added, mails }).toEqual({ writes: 2, added: 0, mails: [] });
});

it.each(NAMED.filter(([, { op }]) => op === polls.create || op === branding.createNameTag || op === branding.uploadVirtualBackground))(
  "%s: one of the same name that was there before is not taken for the new one",
  async (_id, write) => {
    const zoom = emulated();
    // Made by somebody whose notes are not ours.
    const another = { ...zoom.session, store: memoryStore({ clock: zoom.clock }) };
    const old = (await runOperation(write.op, write.input, another)) as { id?: string };
    const { said, added } = await broken(write, true, 1, zoom);
    expect(said).toMatchObject({ id: expect.any(String) });
    expect((said as { id?: string }).id).not.toBe(old.id);
    expect(added).toBe(1);
  },
);

it("if what was there before cannot be read, what is found is named and not taken", async () => {
  const poll = WRITES.find(({ op }) => op === polls.create) as Write;
  const zoom = emulated();
  zoom.emulator.controls.addFault({ kind: "status", status: 403, endpoint: "GET /webinars/{webinarId}/polls", times: 1 });
  const { said, writes, added } = await broken(poll, true, 1, zoom);
  expect(said).toMatchObject({ code: "ambiguous", details: { candidates: [{ id: expect.any(String), label: "Lunch" }] } });
  expect({ writes, added }).toEqual({ writes: 1, added: 1 });
});

it("branding.uploadWallpaper: there is one, so it may be sent again, and ends as it was meant to", async () => {
  for (const applied of [true, false]) {
    const zoom = emulated();
    zoom.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/branding/wallpaper", times: 2, applied });
    const { id } = await zoom.run(branding.uploadWallpaper, { webinar_id, file });
    expect((await brandingOf(zoom)).wallpaper).toEqual({ id });
  }
});

it.each([true, false])("inviteLinks.create (done: %s) cannot be looked up: says so, and is never sent again", async (applied) => {
  const zoom = emulated();
  zoom.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/invite_links", times: 1, applied });
  const error = await zoom.refusal(inviteLinks.create, { webinar_id, attendees: [{ name: "Rosa" }] });
  expect(error).toMatchObject({ code: "ambiguous", message: expect.stringContaining("no list to look it up in, so it was not tried again") });
  expect(zoom.seen().filter(({ method }) => method === "POST")).toHaveLength(1);
});

it("every operation that makes something or mails is in a table of this file, or in its list of those tested elsewhere", () => {
  const isWrite = (id: string) => id.startsWith("POST ") || id === decision.endpoint;
  const writes = Object.values(operations).flatMap((verbs) => Object.values(verbs as Readonly<Record<string, AnyOperation>>));
  const elsewhere = [
    "inviteLinks.create",
    "branding.uploadWallpaper",
    // settle-write.test.ts and creates.test.ts
    "registrants.add",
    "webinars.create",
    "webinars.createInteractive",
    "webinars.createRecurring",
    "webinars.scheduleFromPrompt",
    "webinars.scheduleRecurringFromPrompt",
    // operations/files/kills.test.ts; what they make is made by the writes above
    "webinars.apply",
    "webinars.clone",
    "webinars.createFromSentence",
    // The imports have a journal of their own: operations/registrants/import.test.ts and src/import.
    "registrants.import",
    "registrants.approveFrom",
    "registrants.denyFrom",
    "registrants.cancelFrom",
    "panelists.import",
    // A second address does no harm: it is only asked for again.
    "tokens.createSipDialing",
  ];
  const covered = new Set([...WRITES.map(({ op }) => op.id), ...elsewhere]);
  expect(
    writes
      .filter(({ endpoints }) => endpoints.some(isWrite))
      .map(({ id }) => id)
      .filter((id) => !covered.has(id)),
  ).toEqual([]);
});
