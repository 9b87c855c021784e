import {
  DEFAULT_PROFILE,
  type ProfileStore,
  profileStore,
  readEnvironment,
  type TokenParts,
  userFolders,
  ZOOM_OAUTH_BASE_URL,
} from "@zoom-webinar/auth";
import { fileStore, InputError, systemClock } from "@zoom-webinar/foundation";
import { undiciSend } from "@zoom-webinar/webinar-core/doors";
import type { CliDeps } from "../deps.ts";
import { type Io, say } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import type { Shape } from "../output/shape.ts";
import type { Settings } from "../settings.ts";

/** One call of an `auth` verb. */
export interface AuthCall {
  flags: Readonly<Record<string, unknown>>;
  settings: Settings;
  deps: CliDeps;
  output: CliOutput;
}

/** What sign-ins are made with, outside any session. */
export interface Workshop {
  /** The profile that is meant. */
  name: string;
  profiles: ProfileStore;
  parts: TokenParts;
  /** As the operator set them; absent: Zoom's own. */
  apiBaseUrl: string | undefined;
  oauthBaseUrl: string | undefined;
  close(): Promise<void>;
}

/** Variables of credentials, which are ignored here: an incomplete set must not stop another sign-in. */
const CREDENTIALS = /^ZOOM_(ACCOUNT_ID|CLIENT_ID|CLIENT_SECRET|ACCESS_TOKEN)$/;

/** Opens what a sign-in needs. Throws `InputError` for a bad base URL, and with `--emulator`, which needs no sign-in. */
export const openWorkshop = ({ settings, deps: { io } }: AuthCall): Workshop => {
  if (settings.emulator) {
    throw InputError.at(
      "--emulator",
      "the built-in emulator needs no sign-in",
      "Leave out auth; or serve one with zoom-webinar emulator --port 4646 and set the variables that it prints.",
    );
  }
  const { dotenv: envFile, "allow-base-url": allowBaseUrl } = settings;
  const env = Object.fromEntries(Object.entries(io.env).filter(([variable]) => !CREDENTIALS.test(variable)));
  const { apiBaseUrl, oauthBaseUrl, profile } = readEnvironment({ env, cwd: null, allowBaseUrl, ...(envFile === undefined ? {} : { envFile }) });
  const folders = userFolders(io.env);
  const connection = undiciSend();
  return {
    name: settings.profile ?? profile ?? DEFAULT_PROFILE,
    profiles: profileStore(fileStore({ folder: folders.config })),
    parts: {
      send: connection,
      store: fileStore({ folder: folders.state }),
      clock: systemClock,
      oauthBaseUrl: oauthBaseUrl ?? ZOOM_OAUTH_BASE_URL,
      allowBaseUrl,
    },
    apiBaseUrl,
    oauthBaseUrl,
    close: () => connection.close(),
  };
};

/** Shows what a verb found: facts, and a sentence for people. */
export const showResult = ({ output }: AuthCall, sentence: string, facts: Readonly<Record<string, unknown>>, shape: Shape = {}): Promise<void> =>
  output.show({ sentence, value: facts, shape });

/** Says something to the person, besides the data. */
export const tell = (io: Io, text: string): Promise<void> => say(io.stderr, text);
