import { assertPrivateFile, assertUnwritable, InputError, readText } from "@zoom-webinar/foundation";

import type { Team } from "@zoom-webinar/mcp-server";
import { parseInput } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";
import type { Caller, Gate, Identity, Refusal } from "./gate.ts";

const word = z.string().min(1).max(256);
/** How a caller is known: by exactly one of these. */
const callerShape = z.union([
  z.strictObject({ token: word }),
  z.strictObject({ subject: word }),
  z.strictObject({ client_id: word }),
  z.strictObject({ claim: word, value: word }),
]);
const name = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "expected lower-case letters, digits, dots, dashes and underscores");
const fileShape = z.strictObject({
  teams: z
    .array(z.strictObject({ name, profile: name, callers: z.array(callerShape).min(1).max(10_000) }))
    .min(1)
    .max(1_000),
});

/** One way to know a caller. */
type KnownBy = z.output<typeof callerShape>;

/** A team, and who belongs to it. */
export interface TeamOfCallers extends Team {
  readonly callers: readonly KnownBy[];
}

/** How callers are checked, if a file of principals is allowed at all. */
type Auth = "bearer" | "oauth";

const HINT = 'Such as {"teams": [{"name": "events", "profile": "events", "callers": [{"token": "events-bot"}]}]}; docs/http.md explains it.';
const wrong = (path: string, message: string, cause?: unknown) => InputError.at("--principals", `${path}: ${message}`, HINT, { cause });

/**
 * Reads the file of `--principals`, which only its owner may read or write. Throws `InputError` that names what is wrong: no such file, open to others or in a folder that is, not
 * of the shape, a caller in two teams, one that this way of checking callers cannot know, or a profile of two teams.
 */
export const readPrincipals = async (path: string, auth: Auth): Promise<readonly TeamOfCallers[]> => {
  await assertPrivateFile(path, {
    remedy: "Put the file itself there, readable by nobody but the user that the server runs as.",
    holds: "It holds no secret, but who belongs to which team.",
  });
  let document: unknown;
  try {
    document = JSON.parse(readText(path, "--principals", HINT));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw wrong(path, "is not JSON", cause);
  }
  assertUnwritable(path, "--principals");
  const { teams } = parsed(path, document);
  assertOnce(
    path,
    "the team",
    teams.map((team) => team.name),
  );
  // Two teams on one account would each count its limits by themselves.
  assertOnce(
    path,
    "the profile",
    teams.map((team) => team.profile),
  );
  const callers = teams.flatMap((team) => team.callers);
  assertOnce(
    path,
    "the caller",
    callers.map((caller) => JSON.stringify(caller)),
  );
  const foreign = callers.find((caller) => "token" in caller !== (auth === "bearer"));
  if (foreign) throw wrong(path, `${JSON.stringify(foreign)} matches nobody: with --auth ${auth}, callers are known by ${KNOWN_BY[auth]}`);
  return teams;
};

const KNOWN_BY: Readonly<Record<Auth, string>> = { bearer: "token", oauth: "subject, client_id or claim" };

const parsed = (path: string, document: unknown) => {
  try {
    return parseInput(fileShape, document);
  } catch (error) {
    throw error instanceof InputError ? wrong(path, error.message, error) : error;
  }
};

const assertOnce = (path: string, what: string, words: readonly string[]): void => {
  const twice = words.find((each, at) => words.indexOf(each) !== at);
  if (twice !== undefined) throw wrong(path, `${what} ${twice} appears twice`);
};

/** A gate that lets in only callers of exactly one team, and says which. */
export const teamGate = (gate: Gate, teams: readonly TeamOfCallers[]): Gate => {
  return async (authorization) => {
    const caller = await gate(authorization);
    if ("status" in caller) return caller;
    const own = teams.filter(({ callers }) => callers.some((known) => isKnownBy(known, caller.identity)));
    const [team] = own;
    if (team === undefined) return UNKNOWN;
    return own.length === 1 ? withTeam(caller, team.name) : AMBIGUOUS;
  };
};

/** A person may come through clients of two teams: what is stored for one must not be visible to the other. */
const withTeam = (caller: Caller, team: string): Caller => ({ ...caller, team, principal: `team:${team}/${caller.principal}` });

const refused = (message: string): Refusal => ({ status: 403, challenge: null, message });
const UNKNOWN = refused(
  "The token is valid, but its owner belongs to no team of this server. Whoever runs the server adds it to the file of --principals.",
);
const AMBIGUOUS = refused(
  "The token's owner belongs to several teams of this server, so none can be used. Whoever runs the server has to name it in one.",
);

const isKnownBy = (known: KnownBy, identity: Identity): boolean => {
  if ("token" in identity) return "token" in known && known.token === identity.token;
  const { claims } = identity;
  if ("subject" in known) return claims.sub === known.subject;
  // RFC 9068 says client_id; OpenID Connect's azp is what others send.
  if ("client_id" in known) return (claims.client_id ?? claims.azp) === known.client_id;
  if ("token" in known) return false;
  const said = Object.hasOwn(claims, known.claim) ? claims[known.claim] : undefined;
  return Array.isArray(said) ? said.includes(known.value) : said === known.value;
};
