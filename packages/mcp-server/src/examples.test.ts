import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { expect, it } from "vitest";
import { createPrompts } from "./context/prompts.ts";
import { listedSchemas } from "./generated/listed-schemas.ts";
import { createLog } from "./log.ts";
import { createJobs } from "./tools/jobs.ts";
import type { ListedTool } from "./tools/to-tool.ts";
import { createToolbox } from "./tools/toolbox.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const toolsOf = (surface: string) =>
  createToolbox({
    session: fakeSession({ safety: "confirm" }),
    catalog: manifest,
    surface,
    principal: "local",
    outputSchemas: false,
    schemas: async () => listedSchemas,
    log: createLog("off", () => {}),
    jobs: createJobs(),
  }).list();
/** As `standard` lists them; what it leaves out as `full` does. */
const listed = new Map([...(await toolsOf("full")), ...(await toolsOf("standard"))].map((tool) => [tool.name, tool]));

interface Example {
  place: string;
  tool: string;
  input: Readonly<Record<string, unknown>>;
}
type Schema = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
const isNamed = (text: unknown, name: string): boolean => typeof text === "string" && new RegExp(`\\b${name}\\b`).test(text);

/** Arguments that a model could not know of: neither listed where they stand, nor named in the texts around them. */
const unknownOf = (value: unknown, schema: Schema, texts: readonly unknown[], path = ""): string[] => {
  const branches = [schema, ...(Array.isArray(schema.anyOf) ? schema.anyOf.filter(isRecord) : [])];
  const here = [...texts, schema.description];
  if (Array.isArray(value)) {
    const items = branches.map((branch) => branch.items).find(isRecord);
    return items === undefined ? [] : value.flatMap((item) => unknownOf(item, items, here, `${path}[]`));
  }
  if (!isRecord(value)) return [];
  // The arguments of a tool that runs another are that tool's; they are an example of their own.
  if (branches.some(({ properties, additionalProperties }) => properties === undefined && additionalProperties === true)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = branches.flatMap(({ properties }) => (isRecord(properties) && isRecord(properties[name]) ? [properties[name]] : []))[0];
    if (field !== undefined) return unknownOf(inner, field, here, `${path}.${name}`);
    return here.some((text) => isNamed(text, name)) ? [] : [`${path}.${name}`];
  });
};

const faultsOf = ({ place, tool, input }: Example): string[] => {
  const found: ListedTool | undefined = listed.get(tool);
  if (found === undefined) return [`${place}: there is no tool ${tool}`];
  const { inputSchema, description } = found;
  const required = Array.isArray(inputSchema.required) ? inputSchema.required : [];
  return [
    ...unknownOf(input, inputSchema, [description]).map((path) => `${place}: ${tool}${path} is not listed`),
    ...required.filter((name) => !(String(name) in input)).map((name) => `${place}: ${tool}.${String(name)} is required`),
  ];
};

const filesIn = (folder: string): string[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" }).flatMap((name) => (name.endsWith(".md") ? [`${folder}/${name}`] : []));
const pages = ["README.md", ...filesIn("docs"), ...filesIn("skills")];

/** The calls that a page shows as JSON: a tool with its arguments, also of the tool that runs another. */
const callsIn = (place: string): Example[] =>
  [...readFileSync(`${ROOT}${place}`, "utf8").matchAll(/^```json\n(.*?)^```/gms)].flatMap(([, text = ""]) => {
    const call: unknown = /"tool"\s*:/.test(text) ? JSON.parse(text) : undefined;
    if (!isRecord(call) || typeof call.tool !== "string" || !isRecord(call.arguments)) return [];
    const own = { place, tool: call.tool, input: call.arguments };
    const { tool, arguments: inner } = call.arguments;
    return typeof tool === "string" && isRecord(inner) ? [own, { place, tool, input: inner }] : [own];
  });

const operations = new Map<string, string>(manifest.map(({ id, tool }) => [id, tool]));
/** The names in `zoom.webinars.create({ topic, … })`: those at the outermost level of the object. */
const namesAtTop = (text: string): string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|\/\/.*|[{}[\]()]|[a-z_]\w*(?=\s*[:,}])|\S/g)) {
    if (/^[{[(]$/.test(token)) depth += 1;
    else if (/^[}\])]$/.test(token)) depth -= 1;
    else if (depth === 1 && /^[a-z_]\w*$/.test(token)) names.push(token);
    if (depth === 0) break;
  }
  return names;
};
/** Calls of the library, whose arguments are those of the tool. */
const libraryCallsIn = (place: string): Example[] => {
  const text = readFileSync(`${ROOT}${place}`, "utf8");
  return [...text.matchAll(/\bzoom\.(\w+)\.(\w+)\((?=\{)/g)].flatMap(({ 0: call, 1: resource, 2: verb, index }) => {
    const tool = operations.get(`${resource}.${verb === "pages" || verb === "all" ? "list" : verb}`);
    if (tool === undefined) return [];
    const names = namesAtTop(text.slice(index + call.length)).filter((name) => !["true", "false", "null", "undefined"].includes(name));
    return [{ place, tool, input: Object.fromEntries(names.map((name) => [name, null])) }];
  });
};

it("every call that the docs and skills show can be made from what its tool lists", () => {
  const examples = pages.flatMap((place) => [...callsIn(place), ...libraryCallsIn(place)]);
  expect(examples.length).toBeGreaterThan(25);
  expect(examples.flatMap(faultsOf)).toEqual([]);
});

/** What users of the Python server were promised besides its inputs, which catalog.test.ts holds. */
const PROMISED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  create_webinar: {
    user_id: "1",
    topic: "Tides",
    template_id: "t",
    tracking_fields: [{ field: "a", value: "b" }],
    settings: { approval_type: 0, host_video: true, audio: "both", auto_recording: "cloud", question_and_answer: {}, practice_session: true },
  },
  create_recurring_webinar: {
    user_id: "1",
    topic: "Tides",
    start_time: "2027-12-01T10:00:00",
    recurrence_type: 3,
    monthly_day: 1,
    monthly_week: 1,
    monthly_week_day: 2,
    end_date_time: "2028-06-01",
  },
  get_users: { user_id: "1", status: "active", page_size: 30, next_page_token: "x" },
  list_webinars: { user_id: "1", next_page_token: "x", from: "2027-01-01", to: "2027-02-01", all: true },
  add_panelists: { webinar_id: "1", panelists: [{ name: "Ada Example", email: "ada@example.com" }], include_join_links: true },
  create_webinar_poll: { webinar_id: "1", poll_type: 1, anonymous: true, questions: [{ name: "How?", type: "single", answers: ["Well"] }] },
  create_webinar_invite_links: { webinar_id: "1", attendees: [{ name: "Rosa" }], ttl: 7200 },
  add_webinar_registrant: { webinar_id: "1", email: "rosa@example.com", first_name: "Rosa", last_name: "Ember", occurrence_ids: ["1"] },
  list_webinar_registrants: { webinar_id: "1", status: "denied", occurrence_id: "1", all: true },
  list_panelists: { webinar_id: "1", include_join_links: true },
  list_webinar_participants: { webinar_id: "1", all: true },
  get_webinar_absentees: { webinar_id: "1", occurrence_id: "1", all: true },
  update_webinar: { webinar_id: "1", occurrence_id: "1", timezone: "UTC", settings: {} },
  delete_webinar: { webinar_id: "1", occurrence_id: "1", cancel_webinar_reminder: false },
  delete_webinar_registrant: { webinar_id: "1", registrant_ids: ["1"], occurrence_id: "1" },
};

it.each(Object.entries(PROMISED))("%s takes what was promised to users of the Python server, as listed", (tool, input) => {
  expect(faultsOf({ place: "promise", tool, input }).filter((fault) => !fault.endsWith("is required"))).toEqual([]);
});

const webinar_id = "1";
/** The calls that each prompt asks a model for. */
const ASKED_BY_PROMPTS: Readonly<Record<string, readonly (readonly [tool: string, input: Readonly<Record<string, unknown>>])[]>> = {
  plan_webinar: [
    ["list_webinars", { user_id: "1", from: "2027-03-01", to: "2027-03-08" }],
    [
      "create_webinar",
      { user_id: "1", topic: "Tides", start_time: "2027-03-01T10:00", timezone: "America/New_York", duration: 60, registration: "manual" },
    ],
    ["add_panelists", { webinar_id, panelists: [{ name: "Ada Example", email: "ada@example.com" }] }],
    ["create_webinar_poll", { webinar_id, poll_title: "Tides", questions: [{ name: "High?", type: "single", answers: ["Yes", "No"] }] }],
  ],
  run_of_show: [
    ["get_webinar", { webinar_id }],
    ["list_panelists", { webinar_id }],
    ["get_webinar_polls", { webinar_id }],
  ],
  follow_up: [
    ["get_attendance_report", { webinar_id, status: ["attended", "absent"] }],
    ["get_webinar_absentees", { webinar_id, all: true }],
    ["list_webinar_qa", { webinar_id }],
    ["find_operations", { words: "poll results" }],
    ["run_read_operation", { tool: "list_past_webinar_polls", arguments: { webinar_id } }],
    ["list_past_webinar_polls", { webinar_id }],
  ],
  weekly_report: [
    ["list_webinars", { user_id: "1", from: "2027-03-01", to: "2027-03-07" }],
    ["get_attendance_report", { webinar_id }],
    ["list_webinar_registrants", { webinar_id, status: "pending", page_size: 1 }],
  ],
  import_checklist: [
    ["get_webinar", { webinar_id }],
    ["run_read_operation", { tool: "get_registration_questions", arguments: { webinar_id } }],
    ["get_registration_questions", { webinar_id }],
    ["import_registrants", { webinar_id, rows: [{ email: "ada@example.com", first_name: "Ada" }], dry_run: true }],
  ],
};

it("every prompt can be followed with calls that are made from what is listed", () => {
  const noAnswers = { read: () => Promise.reject(new Error("not asked")) };
  expect(
    createPrompts(noAnswers)
      .list.map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(ASKED_BY_PROMPTS).sort());
  const examples = Object.entries(ASKED_BY_PROMPTS).flatMap(([place, calls]) => calls.map(([tool, input]) => ({ place, tool, input })));
  expect(examples.flatMap(faultsOf)).toEqual([]);
});

it("finds an argument that nothing names, at any depth, and a required one that is left out", () => {
  const [tool, place] = ["create_webinar_poll", "here"];
  expect(faultsOf({ place, tool, input: { webinar_id: "1", questions: [{ name: "?", qqq: 1 }], xyz: 1 } })).toEqual(
    expect.arrayContaining(["here: create_webinar_poll.questions[].qqq is not listed", "here: create_webinar_poll.xyz is not listed"]),
  );
  expect(faultsOf({ place, tool, input: {} })).toContain("here: create_webinar_poll.webinar_id is required");
});
