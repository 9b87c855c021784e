import { ScopeError } from "@zoom-webinar/foundation";
import type { AnyOperation } from "../operation/operation.ts";

/** Apps of the whole account hold the same scopes with `:admin` or `:master`; which of them an endpoint takes is left to Zoom. */
const plain = (scope: string): string =>
  scope
    .split(":")
    .filter((part) => part !== "admin" && part !== "master")
    .join(":");

/**
 * The error if no endpoint of an operation is within the granted scopes, so that nothing has to be sent. Null if one is, or if the scopes are not
 * known: then Zoom decides.
 */
export const missingScope = async ({ id, endpoints: ids, scopes }: AnyOperation, granted: readonly string[] | null): Promise<ScopeError | null> => {
  if (granted === null || granted.length === 0 || ids.length === 0) return null;
  const { endpoints } = await import("@zoom-webinar/zoom-client/endpoints"); // with the first call, not with the start of a server
  const held = new Set(granted.map(plain));
  const isCovered = ids.some((endpoint) =>
    [...endpoints[endpoint].scopes.classic, ...endpoints[endpoint].scopes.granular].some((scope) => held.has(plain(scope))),
  );
  if (isCovered) return null;
  const isGranular = granted.some((scope) => /:(read|write|update|delete):/.test(scope));
  const named = isGranular ? scopes.granular : scopes.classic;
  return new ScopeError(`The Zoom app lacks a scope that ${id} needs; nothing was sent.`, named, {
    hint: `Add ${named.length === 1 ? "the scope" : "one of the scopes"} ${named.join(", ")} to your app in the Zoom App Marketplace (Manage, your app, Scopes), then ask for a new token: account.refreshToken.`,
  });
};
