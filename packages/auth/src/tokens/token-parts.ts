import type { Clock, Store } from "@zoom-webinar/foundation";
import type { Send } from "../send.ts";
import type { CredentialNames } from "./credential-names.ts";

/** Where tokens are asked for, unless another base URL is given. */
export const ZOOM_OAUTH_BASE_URL = "https://zoom.us";

/** What every token source works with. */
export interface TokenParts {
  send: Send;
  /** Tokens are shared through it: by callers of this process, and with a file store by the processes of this machine. */
  store: Store;
  clock: Clock;
  /** Without trailing slash. */
  oauthBaseUrl: string;
  /** The operator's `--allow-base-url`: the `api_url` of the answer may then be any https host. */
  allowBaseUrl: boolean;
  /** For one whole request for a token, in milliseconds. Default 20,000. */
  deadlineMs?: number | undefined;
  /** How the hint of a refusal calls the credentials; in plain words unless given. */
  names?: CredentialNames | undefined;
}
