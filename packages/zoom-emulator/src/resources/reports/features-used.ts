import type { InstanceRecord, WebinarRecord } from "../../state/state.ts";
import { hasRegistration } from "../webinars/lifecycle.ts";
import { settingOf } from "../webinars/settings.ts";

/** Every function that the report names. Functions that the emulator does not know count as not used. */
const FUNCTIONS = (
  "screen_sharing video_on remote_control closed_caption breakout_room language_interpretation telephone_usage in_meeting_chat poll join_by_room " +
  "waiting_room live_transcription reaction zoom_apps annotation raise_hand virtual_background whiteboard immersive_scene avatar switch_to_mobile " +
  "file_sharing meeting_summary meeting_questions record_to_computer record_to_cloud live_translation registration smart_recording multi_speaker " +
  "meeting_wallpaper gen_ai_virtual_background multi_share document_collaboration portrait_lighting personalized_audio_isolation color_themes"
).split(" ");

/** The one that is reported but cannot be filtered by. */
const NO_FILTER = "breakout_room";

/** True for a function that the history can be filtered by. */
export const isFilterable = (name: string): boolean => name !== NO_FILTER && FUNCTIONS.includes(name);

/** Which functions were on or used in one instance. */
export const functionsUsed = (webinar: WebinarRecord, instance: InstanceRecord): Record<string, boolean> => {
  const known: Readonly<Record<string, boolean>> = {
    screen_sharing: instance.sharing.length > 0,
    video_on: instance.participants.length > 0,
    in_meeting_chat: instance.chat.length > 0,
    file_sharing: instance.chat.some(({ file_ids }) => file_ids.length > 0),
    poll: instance.votes.length > 0,
    meeting_questions: instance.questions.length > 0,
    meeting_summary: instance.summary !== null,
    registration: hasRegistration(webinar),
    record_to_computer: settingOf(webinar, "auto_recording") === "local",
    record_to_cloud: settingOf(webinar, "auto_recording") === "cloud",
    virtual_background: webinar.branding.virtual_backgrounds.length > 0,
    meeting_wallpaper: webinar.branding.wallpaper !== null,
  };
  return Object.fromEntries(FUNCTIONS.map((name) => [name, known[name] ?? false]));
};
