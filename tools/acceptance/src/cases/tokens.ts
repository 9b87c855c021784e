import { type Case, fails, UPCOMING } from "./case.ts";

const IDS = ["tokens.getLiveStreaming", "tokens.getLocalRecording", "tokens.getLocalArchiving", "tokens.getCaption", "tokens.createSipDialing"];

/** None of the doors reveals the host's secrets here. */
export const tokens: readonly Case[] = IDS.map((id) => fails(id, "without --reveal host", () => ({ webinar_id: UPCOMING }), "not_allowed"));
