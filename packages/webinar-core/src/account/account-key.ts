import { createHash } from "node:crypto";
import type { Credentials } from "@zoom-webinar/auth";
import type { FoundCredentials } from "./account.ts";

/** Names whom the credentials act for, never with a secret in the clear. */
const actorOf = (credentials: Credentials | null): readonly string[] => {
  if (credentials === null) return ["nobody"];
  if (credentials.kind === "access-token") return ["token", createHash("sha256").update(credentials.accessToken).digest("base64url")];
  if (credentials.kind === "user") return ["user", credentials.clientId, credentials.user?.id ?? credentials.signInId];
  return ["account", credentials.accountId, credentials.clientId];
};

/** One text for the Zoom account, the app and the address that calls go to: equal for every process with the same sign-in, different for any other. */
export const accountKeyOf = ({ credentials, apiBaseUrl }: Pick<FoundCredentials, "credentials" | "apiBaseUrl">): string =>
  JSON.stringify([...actorOf(credentials), apiBaseUrl ?? "zoom"]);
