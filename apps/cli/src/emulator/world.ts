import { isLoopback, userFolders } from "@zoom-webinar/auth";

/** Which emulator a verb acts on: one on a port, or one kept in a folder. */
export type World = ({ readonly url: string } | { readonly folder: string }) & {
  /** Which one it is, if the variables name another one than the flags, or one that a verb does not name; null: there was nothing to choose. */
  readonly said: string | null;
};

/** The address of an emulator on this machine that the variables point every command at; null if they point elsewhere. */
const addressIn = ({ ZOOM_API_BASE_URL: base }: Readonly<Record<string, string | undefined>>): string | null => {
  const url = base !== undefined && URL.canParse(base) ? new URL(base) : null;
  return url !== null && isLoopback(url) ? url.origin : null;
};

/**
 * The world of a verb: that of `--url` or `--folder`, else the one that all other commands use: the emulator on this machine that ZOOM_API_BASE_URL
 * names. With `isEmbedded`, or if the variable names none, it is the world of `--emulator`.
 */
export const worldOf = (
  { url, folder }: Readonly<Record<string, unknown>>,
  { env, isEmbedded }: { env: Readonly<Record<string, string | undefined>>; isEmbedded: boolean },
): World => {
  if (typeof url === "string") return { url, said: null };
  if (typeof folder === "string") return { folder, said: null };
  const address = addressIn(env);
  if (address !== null && !isEmbedded) return { url: address, said: `This is the emulator at ${address}, which ZOOM_API_BASE_URL names.` };
  const said = address === null ? null : `This is the world of --emulator, not the emulator at ${address}, which ZOOM_API_BASE_URL names.`;
  return { folder: userFolders(env).data, said };
};
