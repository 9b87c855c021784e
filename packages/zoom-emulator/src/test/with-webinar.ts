import type { EmulatorOptions } from "../options.ts";
import { type Answer, planWebinar, probe } from "./probe.ts";

/** Somebody to sign up. */
export const PAT = { email: "pat@example.com", first_name: "Pat" };

/** A probe with one webinar, whose registrants are asked for by short paths. */
export const withWebinar = async (fields: Record<string, unknown> = {}, options: EmulatorOptions = {}) => {
  const probed = await probe(options);
  const webinar = await planWebinar(probed.call, fields);
  const at = `/webinars/${webinar.id}/registrants`;
  const add = (person: Record<string, unknown>, query = "") => probed.call("POST", `${at}${query}`, person);
  const list = async (query = ""): Promise<Answer["body"][]> => (await probed.call("GET", `${at}${query}`)).body.registrants;
  const decide = (action: string, registrants: unknown, query = "") => probed.call("PUT", `${at}/status${query}`, { action, registrants });
  const mails = async () => (await probed.emulator.mailLog()).map(({ kind, to }) => `${kind} ${to}`);
  return { ...probed, webinar, at, add, list, decide, mails };
};
