import { InputError, isObject } from "@zoom-webinar/foundation";
import { readCredential } from "./credential-text.ts";
import type { Credentials } from "./credentials.ts";

/** What each kind of sign-in has to hold as text. */
const TEXTS = {
  "server-to-server": ["accountId", "clientId", "clientSecret"],
  "access-token": ["accessToken"],
  user: ["clientId", "signInId"],
} as const satisfies Readonly<Record<NonNullable<Credentials["kind"]>, readonly string[]>>;

const WHERE = {
  "server-to-server": "All three come from the same Server-to-Server OAuth app of the Zoom Marketplace.",
  "access-token": "Name a token that Zoom gave out.",
  user: "zoom-webinar auth login makes such a sign-in; name its profile instead.",
} as const;

const isKind = (value: unknown): value is keyof typeof TEXTS => typeof value === "string" && Object.hasOwn(TEXTS, value);

/**
 * Credentials that a program passes, without spaces around their texts. Throws `InputError` that names the field at fault, never its value: a kind that does
 * not exist, a text that is missing, or one that stands for a variable that nobody replaced.
 */
export const assertCredentials = (given: unknown, field = "credentials"): Credentials => {
  const shape = 'Such as { kind: "server-to-server", accountId, clientId, clientSecret }.';
  if (!isObject(given)) throw InputError.at(field, "expected an object", shape);
  const kind = given.kind ?? "server-to-server";
  if (!isKind(kind)) throw InputError.at(`${field}.kind`, `expected one of ${Object.keys(TEXTS).join(", ")}`, shape);
  const texts = TEXTS[kind].map((name) => {
    const value = given[name];
    const at = `${field}.${name}`;
    if (value !== undefined && value !== null && typeof value !== "string")
      throw InputError.at(at, `expected text, got ${typeof value}`, WHERE[kind]);
    const text = readCredential(at, value ?? undefined);
    if (text === undefined) throw InputError.at(at, "is missing", WHERE[kind]);
    return [name, text];
  });
  if (kind === "user") assertSignIn(given, field);
  // Each field of its kind was looked at above.
  return { ...given, ...Object.fromEntries(texts) } as Credentials;
};

const assertSignIn = ({ user, keeper, clientSecret }: Readonly<Record<string, unknown>>, field: string): void => {
  const isPerson = user === null || (isObject(user) && typeof user.id === "string" && typeof user.email === "string");
  if (!isPerson) throw InputError.at(`${field}.user`, "expected null, or an object with id and email", WHERE.user);
  const isKeeper = isObject(keeper) && ["read", "replace", "lock"].every((name) => typeof keeper[name] === "function");
  if (!isKeeper) throw InputError.at(`${field}.keeper`, "expected an object with read, replace and lock", WHERE.user);
  if (clientSecret !== undefined && typeof clientSecret !== "string")
    throw InputError.at(`${field}.clientSecret`, `expected text, got ${typeof clientSecret}`, WHERE.user);
};
