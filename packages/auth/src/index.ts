export { type AnswerPage, describePage, readPage, toNotZoomError } from "./answer-page.ts";
export { assertCredentials } from "./assert-credentials.ts";
export { assertBaseUrl, isLoopback } from "./base-url.ts";
export { readCredential } from "./credential-text.ts";
export {
  CREDENTIAL_VARIABLES,
  type Credentials,
  type RefreshTokenKeeper,
  type ServerToServerCredentials,
  type TokenCredentials,
  type UserCredentials,
} from "./credentials.ts";
export { type Environment, missingCredentials, type ReadEnvironmentOptions, readEnvFile, readEnvironment, type Variables } from "./environment.ts";
export { type Folders, userFolders } from "./folders.ts";
export { type FindOptions, type Found, findCredentials, toCredentials } from "./profiles/find-credentials.ts";
export { assertProfileName, DEFAULT_PROFILE, type Profile, type ServerToServerProfile, type UserProfile } from "./profiles/profile.ts";
export { type ProfileStore, profileStore } from "./profiles/profile-store.ts";
export type { HttpRequest, HttpResponse, Send } from "./send.ts";
export { type SignedOut, signOut } from "./sign-out.ts";
export { createTokens } from "./tokens/create-tokens.ts";
export { type CredentialNames, credentialNames } from "./tokens/credential-names.ts";
export { fixedToken } from "./tokens/fixed-token.ts";
export { type ServerToServerOptions, serverToServerTokens } from "./tokens/server-to-server.ts";
export { TOKEN_MARGIN_MS } from "./tokens/shared-tokens.ts";
export type { AccessToken, PeekableTokenSource, TokenSource } from "./tokens/token.ts";
export { type TokenParts, ZOOM_OAUTH_BASE_URL } from "./tokens/token-parts.ts";
export { type SignedIn, type SignInOptions, signIn } from "./user-oauth/sign-in.ts";
