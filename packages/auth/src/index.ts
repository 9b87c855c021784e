export { assertBaseUrl } from "./base-url.ts";
export { CREDENTIAL_VARIABLES, type Credentials, type ServerToServerCredentials, type TokenCredentials } from "./credentials.ts";
export { type Environment, missingCredentials, type ReadEnvironmentOptions, readEnvironment, type Variables } from "./environment.ts";
export { fixedToken } from "./fixed-token.ts";
export { type Folders, userFolders } from "./folders.ts";
export type { HttpRequest, HttpResponse, Send } from "./send.ts";
export { type ServerToServerOptions, serverToServerTokens, TOKEN_MARGIN_MS, ZOOM_OAUTH_BASE_URL } from "./server-to-server.ts";
export type { AccessToken, PeekableTokenSource, TokenSource } from "./token.ts";
