import { join } from "node:path";
import envPaths from "env-paths";

/** The user's folders for our files. */
export interface Folders {
  /** Profiles and settings. */
  config: string;
  /** Tokens, signing key, spent confirmations. */
  state: string;
  /** The embedded emulator's world. */
  data: string;
}

/** These, and the one for what may be lost: it is made again. */
export interface UserFolders extends Folders {
  cache: string;
}

/** Where this platform keeps such files (XDG on Linux); `ZOOM_WEBINAR_HOME` puts all of them below one folder. */
export const userFolders = (env: Readonly<Record<string, string | undefined>> = process.env): UserFolders => {
  const home = env.ZOOM_WEBINAR_HOME;
  if (home !== undefined && home !== "")
    return { config: join(home, "config"), state: join(home, "state"), data: join(home, "emulator"), cache: join(home, "cache") };
  const paths = envPaths("zoom-webinar", { suffix: "" });
  return { config: paths.config, state: join(paths.data, "state"), data: join(paths.data, "emulator"), cache: paths.cache };
};
