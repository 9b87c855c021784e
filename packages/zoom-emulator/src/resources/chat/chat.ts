import type { Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { findWebinar } from "../webinars/find-webinar.ts";

/**
 * DELETE /live_webinars/{webinarId}/chat/messages/{messageId}: takes back a message, or with `file_ids` only those files of it, while the webinar is on
 * air: one that is not is unknown to this endpoint. What a message that is not there gets is not documented: a switch decides.
 */
export const deleteChatMessage: Handler = (call) => {
  const { state, path, query, switches } = call;
  const { webinar, host } = findWebinar(call);
  assertOn(state, "chat_dlp", host);
  if (webinar.session === null) throw refusals.webinarUnknown(String(webinar.id));
  const { chat } = webinar.session;
  const message = chat.find(({ message_id }) => message_id === path.messageId);
  if (message === undefined) {
    if (switches.unknownChatMessage === "refuse") throw refusals.parameter("messageId");
    return { status: 204 };
  }
  const fileIds = (query.get("file_ids") ?? "").split(",").filter((id) => id !== "");
  if (fileIds.length > 0) message.file_ids = message.file_ids.filter((id) => !fileIds.includes(id));
  else chat.splice(chat.indexOf(message), 1);
  return { status: 204 };
};
