import { embeddedFrom } from "@zoom-webinar/webinar-core/doors";

/** Opens the emulator whose world lives in a folder and outlasts the command. Loaded with `--emulator` only. */
export const openEmbedded = embeddedFrom(() => import("@zoom-webinar/zoom-emulator"));
