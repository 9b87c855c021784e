import type { Credentials, Send } from "@zoom-webinar/auth";

/** What an app takes from the emulator, so that the core need not know it. */
export interface EmbeddedZoom {
  send: Send;
  credentials: Credentials;
  /** What time it is there, milliseconds since the epoch. */
  now?: (() => Promise<number>) | undefined;
  close(): Promise<void>;
}

/** The emulator's module, as far as it matters here. */
interface EmulatorModule {
  DEMO_CREDENTIALS: { accountId: string; clientId: string; clientSecret: string };
  openStoredEmulator(options: { folder: string }): Promise<Omit<EmbeddedZoom, "credentials">>;
}

/** Opens the emulator whose world lives in a folder and outlasts the process. The app names the module, which is loaded with `--emulator` only. */
export const embeddedFrom =
  (load: () => Promise<EmulatorModule>) =>
  async (folder: string): Promise<EmbeddedZoom> => {
    const { DEMO_CREDENTIALS, openStoredEmulator } = await load();
    const { send, now, close } = await openStoredEmulator({ folder });
    return { send, now, close, credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS } };
  };
