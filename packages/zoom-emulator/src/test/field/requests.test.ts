import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { expect, test } from "vitest";
import type { EmulatorOptions } from "../../options.ts";
import { type Answer, type Call, planWebinar, probe, refusalOf } from "../probe.ts";

/** A request that programs in use send, and what Zoom makes of it. */
interface FieldRequest {
  what: string;
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  status: number;
  confidence: "high" | "medium";
}

const requests: readonly FieldRequest[] = readFileSync(dataFile("field/requests.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as FieldRequest);

const HOST = "grace@example.com";
type Emulated = Awaited<ReturnType<typeof probe>>;

/** What stands in Zoom before a request is sent, by its path; the answer is the webinar's id, where the path has one. */
const prepare = async ({ call, emulator: { controls } }: Emulated, { what, path }: FieldRequest): Promise<string> => {
  if (what.startsWith("code 3161")) await controls.setWebinarAddOn(HOST, false);
  if (!path.includes("{webinarId}")) return "";
  const { id } = await planWebinar(call);
  if (path.includes("/registrants")) await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });
  if (path.includes("/polls")) await hold(call, controls, id);
  return String(id);
};

const hold = async (call: Call, controls: Emulated["emulator"]["controls"], id: string): Promise<void> => {
  const { body } = await call("POST", `/webinars/${id}/polls`, {
    title: "Tea?",
    questions: [{ name: "Tea?", type: "single", answers: ["Yes", "No"] }],
  });
  await controls.startWebinar(id);
  const user_id = await controls.join(id, { name: "Guest" });
  await controls.vote(id, body.id, { user_id, answers: ["Yes"] });
  await controls.endWebinar(id);
};

const send = async (request: FieldRequest, options: EmulatorOptions = {}): Promise<Answer> => {
  const emulated = await probe(options);
  const id = await prepare(emulated, request);
  return emulated.call(request.method, request.path.replace("{userId}", HOST).replace("{webinarId}", id), request.body);
};

const UNANSWERED = ["address", "city", "country", "zip", "state", "phone", "industry", "org", "job_title"];
const MORE_UNANSWERED = ["purchasing_time_frame", "role_in_purchase_process", "no_of_employees", "comments"];
/** What the answer holds, by the request's `what`, and the switch that makes Zoom answer otherwise. */
const CHECKS: Readonly<
  Record<string, { holds: (body: Answer["body"]) => void; otherwise?: [NonNullable<EmulatorOptions["switches"]>, (answer: Answer) => void] }>
> = {
  "start_time with milliseconds is UTC": { holds: ({ start_time }) => expect(start_time).toBe("2027-06-01T10:00:00Z") },
  "start_time with an offset": {
    holds: ({ start_time }) => expect(start_time).toBe("2027-06-01T08:00:00Z"),
    otherwise: [{ startOffsets: "refuse" }, (answer) => expect(refusalOf(answer)).toContain("[start_time]")],
  },
  "numbers and booleans as text": {
    holds: (body) => expect(body).toMatchObject({ type: 5, duration: 60, settings: { host_video: true, approval_type: 0 } }),
    otherwise: [
      { textScalars: "refuse" },
      (answer) => expect(refusalOf(answer)).toContain("[type, duration, settings.approval_type, settings.host_video]"),
    ],
  },
  "recurrence with numbers as text": {
    holds: ({ occurrences }) => expect(occurrences).toHaveLength(3),
    otherwise: [{ textScalars: "refuse" }, (answer) => expect(answer.status).toBe(400)],
  },
  "me with a server-to-server token is the account's owner": {
    holds: ({ email }) => expect(email).toBe("ada@example.com"),
    otherwise: [{ meWithServerToken: 1001 }, (answer) => expect(refusalOf(answer)).toMatch(/^404\/1001/)],
  },
  "unanswered registration fields come as empty text": {
    holds: ({ registrants: [row] }) => {
      for (const field of [...UNANSWERED, ...MORE_UNANSWERED]) expect([field, row[field]]).toEqual([field, ""]);
    },
  },
  "settings always carry contact_name, contact_email, global_dial_in_countries": {
    holds: ({ settings }) =>
      expect(settings).toMatchObject({ contact_name: "Grace Example", contact_email: HOST, global_dial_in_countries: [expect.any(String)] }),
    otherwise: [{ contactSettings: "set" }, ({ body }) => expect(body.settings).not.toHaveProperty("contact_name")],
  },
  "date_time of poll answers has no zone and means UTC": {
    holds: ({ questions }) => expect(questions[0].question_details[0].date_time).toBe("2027-01-15 12:00:00"),
    otherwise: [{ pollTimes: "utc" }, ({ body }) => expect(body.questions[0].question_details[0].date_time).toBe("2027-01-15T12:00:00Z")],
  },
  "code 3161 means that the host has no webinar licence": {
    holds: ({ code }) => expect(code).toBe(200),
    otherwise: [{ listWithoutAddOn: 3161 }, ({ body }) => expect(body.code).toBe(3161)],
  },
};

test.each(requests.map((request) => [request.what, request] as const))("answers as Zoom does: %s", async (what, request) => {
  const check = CHECKS[what];
  if (check === undefined) throw new Error(`no check for: ${what}`);
  const answer = await send(request);
  expect(answer.status).toBe(request.status);
  check.holds(answer.body);
  if (check.otherwise !== undefined) {
    const [switches, holds] = check.otherwise;
    holds(await send(request, { switches }));
  }
  if (request.confidence === "medium") expect(check.otherwise, "what is not certain has a switch").toBeDefined();
});

test.each([
  ["2027-06-01T10:00:00.5Z", "2027-06-01T10:00:00Z"],
  ["2027-06-01T10:00:00.000000", "2027-06-01T14:00:00Z"],
  ["2027-06-01T10:00:00-0430", "2027-06-01T14:30:00Z"],
])("a start written as %s is %s", async (start_time, instant) => {
  const { call } = await probe();
  const { body } = await call("POST", `/users/${HOST}/webinars`, { topic: "When", start_time, timezone: "America/New_York" });
  expect(body.start_time).toBe(instant);
});

test("text that is not a number stays a fault, and text where text is declared stays text", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("POST", `/users/${HOST}/webinars`, { duration: "an hour" }))).toBe("400/300 Validation Failed. [duration]");
  const { body } = await call("POST", `/users/${HOST}/webinars`, { topic: "2027", agenda: "true", duration: "", settings: { host_video: "FALSE" } });
  expect(body).toMatchObject({ topic: "2027", agenda: "true", duration: 60, settings: { host_video: false } });
});
