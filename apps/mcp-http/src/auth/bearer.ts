import { createHash, timingSafeEqual } from "node:crypto";

import { assertUnwritable, InputError, readText } from "@zoom-webinar/foundation";

import { SCOPES, widen } from "@zoom-webinar/mcp-server";
import { bearerOf, type Gate, refusal } from "./gate.ts";

interface KnownToken {
  readonly name: string;
  readonly hash: Buffer;
  readonly scopes: readonly string[];
}

const wrong = (path: string, line: number, message: string) =>
  InputError.at(
    "--tokens",
    `${path}, line ${line}: ${message}`,
    "One line for each token: name, SHA-256 of the token in hex, scopes with commas between. printf %s TOKEN | sha256sum prints the second.",
  );

/** Reads "name hash scopes" lines. Throws `InputError` that names the line, never a hash, and if others could change the file. */
export const readTokens = (path: string): readonly KnownToken[] => {
  const text = readText(path, "--tokens");
  assertUnwritable(path, "--tokens");
  const owners = new Map<string, string>();
  const tokens = text.split("\n").flatMap((raw, index): KnownToken[] => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const [name = "", hash = "", scopes = SCOPES[0], ...more] = line.split(/\s+/);
    if (!/^[\w.@-]{1,64}$/.test(name)) throw wrong(path, index + 1, "expected a name of letters, digits, . _ @ -");
    if (!/^[\da-f]{64}$/i.test(hash)) throw wrong(path, index + 1, "expected the SHA-256 of a token, in hex");
    if (more.length > 0) throw wrong(path, index + 1, `expected three words, got ${more.length + 3}`);
    const owner = owners.get(hash.toLowerCase());
    if (owner !== undefined) throw wrong(path, index + 1, `this token belongs to ${owner} too; each line needs a token of its own`);
    owners.set(hash.toLowerCase(), name);
    const listed = scopes.split(",");
    const unknown = listed.find((scope) => !(SCOPES as readonly string[]).includes(scope));
    if (unknown !== undefined) throw wrong(path, index + 1, `unknown scope ${unknown}`);
    return [{ name, hash: Buffer.from(hash, "hex"), scopes: widen(listed) }];
  });
  if (tokens.length === 0) throw wrong(path, 1, "holds no token");
  return tokens;
};

/** Lets in callers whose token has a known hash. All hashes are compared, in constant time, so that nothing can be measured. */
export const bearerGate =
  (tokens: readonly KnownToken[]): Gate =>
  async (authorization) => {
    const token = bearerOf(authorization);
    if (token === null) return refusal(authorization === undefined ? "missing" : "invalid_token", null);
    const hash = createHash("sha256").update(token).digest();
    const found = tokens.filter((known) => timingSafeEqual(known.hash, hash));
    if (!found[0]) return refusal("invalid_token", null);
    const { name, scopes } = found[0];
    return { principal: `token:${name}`, scopes, identity: { token: name }, team: null };
  };
