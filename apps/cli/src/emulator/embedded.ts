import type { EmbeddedZoom } from "@zoom-webinar/webinar-core";

/** Opens the stand-in whose world lives in a folder and outlasts the command. Loaded with `--emulator` only. */
export const openEmbedded = async (folder: string): Promise<EmbeddedZoom> => {
  const { DEMO_CREDENTIALS, openStoredEmulator } = await import("@zoom-webinar/zoom-emulator");
  const emulator = await openStoredEmulator({ folder });
  return {
    send: (request) => emulator.send(request),
    credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
    close: () => emulator.close(),
  };
};
