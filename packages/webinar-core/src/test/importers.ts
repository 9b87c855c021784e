import { InputError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { importRegistrants } from "../operations/registrants/import.ts";
import { doubtOf } from "../settle/doubt.ts";
import type { ImportWorld, Life } from "./import-world.ts";

/** Imports people into a world, once. Called again after a death, it has to go on. Returns how many it leaves unknown. */
export type Importer = (world: ImportWorld, people: readonly string[], life: Life) => Promise<{ unknown: number }>;

/** Ours, by its operation. */
export const ours =
  (method: "single" | "batch"): Importer =>
  async (world, people, life) => {
    const file = await world.file("people.csv", `Email,First Name\n${people.map((email) => `${email},Rosa`).join("\n")}\n`);
    for (let tries = 0; tries < 5; tries += 1) {
      const { complete, counts } = await world.run(
        importRegistrants,
        { webinar_id: world.webinar_id, file, method, resume: true },
        world.process(life),
      );
      if (complete) return { unknown: counts.unknown };
    }
    throw new InputError("It does not come to an end.");
  };

/** Ways in which an importer of fifty lines goes wrong. */
export const FAULTS = [
  "no journal",
  "outcome written first",
  "ambiguous call sent again",
  "no dedupe",
  "resume from the start",
  "list trusted too early",
] as const;
export type PlantedFault = (typeof FAULTS)[number];

const listedIn = async (zoom: ZoomClient, webinarId: string): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const status of ["approved", "pending", "denied"] as const)
    for await (const { registrants = [] } of zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query: { status } }))
      for (const { email } of registrants) found.add((email ?? "").toLowerCase());
  return found;
};

/** A small importer with one fault in it, so that the tests of the real one can be seen to fail. Its notes outlive its process. */
export const faulty = (fault: PlantedFault): Importer => {
  const notes: { done: Set<string>; begun: Set<string> } = { done: new Set(), begun: new Set() };
  return async (world, people, life) => {
    const { zoom } = world.process(life);
    const path = { webinarId: world.webinar_id };
    const note = (kind: "done" | "begun", email: string) => {
      life.step();
      if (fault !== "no journal") notes[kind].add(email);
      life.step();
    };
    const unknown = new Set<string>();
    const wanted = fault === "no dedupe" ? people : [...new Set(people.map((email) => email.toLowerCase()))];
    const before = fault === "resume from the start" || fault === "no journal" ? new Set<string>() : await listedIn(zoom, world.webinar_id);
    for (const email of wanted) {
      if (before.has(email) || (notes.done.has(email) && fault !== "resume from the start" && fault !== "no dedupe")) continue;
      if (
        notes.begun.has(email) &&
        fault !== "list trusted too early" &&
        fault !== "ambiguous call sent again" &&
        fault !== "resume from the start" &&
        fault !== "no dedupe"
      ) {
        unknown.add(email);
        continue;
      }
      note("begun", email);
      if (fault === "outcome written first") note("done", email);
      for (let attempt = 1; ; attempt += 1) {
        try {
          await zoom.call("POST /webinars/{webinarId}/registrants", { path, body: { email, first_name: "Rosa" } });
          break;
        } catch (error) {
          if (life.isDead || doubtOf(error) !== "open") throw error;
          if (fault === "ambiguous call sent again" && attempt < 3) continue;
          if (fault === "list trusted too early" && !(await listedIn(zoom, world.webinar_id)).has(email) && attempt < 3) continue;
          unknown.add(email);
          break;
        }
      }
      note("done", email);
    }
    return { unknown: unknown.size };
  };
};
