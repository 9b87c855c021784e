import { type Case, fails, UPCOMING } from "./case.ts";

export const chat: readonly Case[] = [
  {
    id: "chat.deleteMessage",
    name: "files of one",
    input: () => ({ webinar_id: UPCOMING, message_id: "MS17RDk0QTY3QUQ=", file_ids: "one,two" }),
    onAir: UPCOMING,
    expected: { ok: { done: "delete_webinar_chat_message" } },
  },
  fails("chat.deleteMessage", "of a webinar that is not running", () => ({ webinar_id: UPCOMING, message_id: "one" }), "not_found"),
];
