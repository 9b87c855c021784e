import { join } from "node:path";
import type { Answer } from "../desk.ts";
import { ADA, GRACE, idOf, type Solution } from "./solution.ts";

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** People: tasks 3, 4, 5, 7, 16, 19 and 20. */
export const PEOPLE: Readonly<Record<string, Solution>> = {
  "03": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, "Customer onboarding");
    const nora = { email: "nora.falk@example.com", first_name: "Nora", last_name: "Falk", org: "Falk Logistics", job_title: "Head of Operations" };
    const piotr = { email: "piotr.wilk@example.com", first_name: "Piotr", last_name: "Wilk", org: "Wilk & Sons" };
    for (const person of [nora, piotr]) await desk.call("add_webinar_registrant", { webinar_id, ...person });
    return "Both are in.";
  },
  "04": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Partner briefing");
    const { registrants } = await desk.call("list_webinar_registrants", { webinar_id, status: "pending", all: true });
    const chosen = registrants.filter(({ email }: Answer) => email !== "viktor.kranz@example.com");
    await desk.call("approve_webinar_registrants", { webinar_id, registrants: chosen.map(({ email }: Answer) => email) });
    return `In are ${chosen.map(({ name }: Answer) => name).join(", ")}. Viktor Kranz still waits.`;
  },
  "05": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    const { panelists: speakers } = await desk.call("list_panelists", { webinar_id });
    const jonas = speakers.find(({ email }: Answer) => email === "jonas.berg@example.com");
    await desk.call("remove_panelist", { webinar_id, panelist_id: jonas.id });
    const panelists = [
      { name: "Mira Solberg", email: "mira.solberg@example.com" },
      { name: "Linus Example", email: "linus@example.com" },
    ];
    await desk.call("add_panelists", { webinar_id, panelists });
    return "Jonas is off, Mira Solberg and Linus Example are invited.";
  },
  "07": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Partner briefing");
    const form = await desk.read("get_registration_questions", { webinar_id });
    const heard = { title: "How did you hear of us?", type: "single_radio", required: true, answers: ["A colleague", "Newsletter", "Social media"] };
    await desk.write("replace_registration_questions", {
      webinar_id,
      questions: [...form.questions, { field_name: "org", required: true }],
      custom_questions: [...form.custom_questions.map(({ title, type, required }: Answer) => ({ title, type, required })), heard],
    });
    return "The form asks for both.";
  },
  "16": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, "Summer academy");
    await desk.call("import_registrants", { webinar_id, file: join(desk.folder, "summer-academy.csv") });
    const { registrants } = await desk.call("list_webinar_registrants", { webinar_id, status: "pending", all: true });
    await desk.call("approve_webinar_registrants", { webinar_id, registrants: registrants.map(({ email }: Answer) => email) });
    return "All 45 are in; nobody was left out.";
  },
  "19": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Partner briefing");
    const found = await desk.call("find_registrant_by_email", { webinar_id, email: "agnes.poulsen@example.com" });
    const { id, status } = found.registrant ?? found.registrants?.[0] ?? found;
    const { org } = await desk.read("get_webinar_registrant", { webinar_id, registrant_id: id });
    return `Agnes Poulsen was ${status === "denied" ? "refused" : status}; she is from ${org}.`;
  },
  "20": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Partner briefing");
    const exported = await desk.read("export_registrants", { webinar_id, all: true });
    const rows = exported.rows
      .filter(({ status }: Answer) => status !== "denied")
      .map(({ name, email, org, answers, status }: Answer) => [name, email, org, answers, status]);
    const lines = [["name", "e-mail", "organisation", "wish", "state"], ...rows].map((row) => row.map(cell).join(","));
    await desk.save("partner-briefing.csv", lines.join("\n"));
    return "The file is there.";
  },
};
