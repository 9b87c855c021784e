import type { Credentials } from "../credentials.ts";
import { fixedToken } from "./fixed-token.ts";
import { serverToServerTokens } from "./server-to-server.ts";
import type { PeekableTokenSource } from "./token.ts";
import type { TokenParts } from "./token-parts.ts";
import { userTokens } from "./user-tokens.ts";

/** The token source that fits the credentials. */
export const createTokens = (credentials: Credentials, parts: TokenParts): PeekableTokenSource => {
  if (credentials.kind === "access-token") return fixedToken(credentials.accessToken, parts.names?.isPassed);
  if (credentials.kind === "user") return userTokens(credentials, parts);
  return serverToServerTokens({ credentials, ...parts });
};
