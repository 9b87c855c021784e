import { InputError, isZoomWebinarError, NotFoundError } from "@zoom-webinar/foundation";
import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { listCandidates, type NumberedUser } from "./candidates.ts";
import { mayHost, toUserRow, userRow } from "./row.ts";

/** Says which user is meant. */
export const userSelection = anyId(128).describe('User: number in list_users_for_selection, "first", "last", e-mail, ID or name');

/** The user that was meant, and by what they were recognised. */
export const selectedUser = userRow.extend({
  number: z.number().int().nullable().describe("In list_users_for_selection; null if the list was not needed"),
  matched_by: z.enum(["number", "position", "e-mail", "ID", "name", "part of the name", "only user", "only host"]),
});
export type SelectedUser = z.output<typeof selectedUser>;

const SHOWN = 20;
const toCandidates = (users: readonly NumberedUser[]) => users.slice(0, SHOWN).map(({ number, id, email, name }) => ({ number, id, email, name }));

/** Everybody but those whose licence surely hosts no webinar; everybody if that leaves nobody. */
const whoMayHost = (users: readonly NumberedUser[]): readonly NumberedUser[] => {
  const hosts = users.filter(mayHost);
  return hosts.length === 0 ? users : hosts;
};

/** A sentence names its host by e-mail or name, and a number would be a word of it; everywhere else, the field takes the number as well. */
const howToChoose = (field: string): string =>
  field === "prompt"
    ? "Name one of these in the sentence, by e-mail or name, or leave the host out of it and give user_selection: the e-mail or the number."
    : `Choose one of these, by e-mail or number, as ${field}.`;

/** The call has to be made again with one of the candidates; a door that can ask a person shows them. */
const choose = (message: string, field: string, users: readonly NumberedUser[]) =>
  new InputError(`${field}: ${message}`, [{ field, message }], {
    hint: howToChoose(field),
    details: { candidates: toCandidates(users), more: Math.max(users.length - SHOWN, 0) },
    foreign: ["candidates"],
  });

const fold = (text: string) => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
const foldedName = ({ name }: NumberedUser) => fold(name ?? "");

/** True if each word that was said begins a word of the user's name or of the part before the "@". */
const isPartOf = (said: string, user: NumberedUser): boolean => {
  const [mailbox = ""] = fold(user.email ?? "").split("@");
  const words = [...foldedName(user).split(" "), ...mailbox.split(/[._+-]/)];
  return said.split(" ").every((word) => words.some((known) => known.startsWith(word)));
};

/** "Frau Dr. Lindenau", "Mr Lindqvist": how somebody is addressed is no part of the name that Zoom has. */
const TITLES =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame|professor(?:in)?|doctor|frau|herrn?|mme|mlle|m\.|madame|monsieur|maître|docteur)\.? )+(?=\S)/u;

const isUserId = (text: string) => /^[\w-]{20,40}$/.test(text);

/** One user by e-mail or id, null if Zoom knows none. */
const lookUp = async (userId: string, { zoom }: OperationContext) => {
  try {
    return toUserRow(await zoom.call("GET /users/{userId}", { path: { userId } }));
  } catch (error) {
    if (isZoomWebinarError(error) && error.code === "not_found") return null;
    throw error;
  }
};

/**
 * Finds the user that a person means: by number, "first", "last", e-mail, id or name. Without a selection, the account's only user, or the only one with a licence to host.
 * Throws `InputError` with `details.candidates` if several fit or nothing was said, `NotFoundError` with them if none fits. Never guesses.
 */
export const selectUser = async (selection: string | undefined, ctx: OperationContext, field = "user_selection"): Promise<SelectedUser> => {
  const said = fold(selection ?? "");
  if (said.includes("@") || isUserId((selection ?? "").trim())) {
    const user = await lookUp((selection ?? "").trim(), ctx);
    if (user) return { number: null, matched_by: said.includes("@") ? "e-mail" : "ID", ...user };
  }
  const users = await listCandidates(ctx);
  const pick = (user: NumberedUser | undefined, matched_by: SelectedUser["matched_by"]): SelectedUser => {
    if (user) return { matched_by, ...user };
    throw new NotFoundError(`No user of the account is "${selection}".`, {
      hint: howToChoose(field),
      details: { field, candidates: toCandidates(whoMayHost(users)) },
      foreign: ["candidates"],
    });
  };
  if (said === "") {
    if (users.length === 1) return pick(users[0], "only user");
    const hosts = users.filter(({ licence }) => licence === "licensed");
    if (hosts.length === 1) return pick(hosts[0], "only host");
    throw choose("is missing: who is the host?", field, whoMayHost(users));
  }
  if (/^#?\d{1,6}$/.test(said)) return pick(users[Number(said.replace("#", "")) - 1], "number");
  if (said === "first" || said === "last") return pick(users.at(said === "first" ? 0 : -1), "position");
  const named = users.filter((user) => foldedName(user) === said);
  const bare = said.replace(TITLES, "");
  const found = named.length > 0 ? named : users.filter((user) => isPartOf(said, user) || isPartOf(bare, user));
  if (found.length > 1) throw choose(`"${selection}" may be any of ${found.length} users.`, field, found);
  return pick(found[0], named.length > 0 ? "name" : "part of the name");
};
