import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteChatMessage = endpointOperation("DELETE /live_webinars/{webinarId}/chat/messages/{messageId}", {
  id: "chat.deleteMessage",
  tool: "delete_webinar_chat_message",
  summary: "Remove a chat message, or files of it, from a running webinar.",
  alsoKnownAs: `
    delete a chat message, remove an abusive message, moderate the chat, remove a comment in the chat, take a message down,
    delete a file from the chat, spam in the chat, inappropriate chat message, clean the chat, hide a chat message,
    delete an offensive chat line, take down a message, rude comment, hide a chat post`,
  cli: {
    positional: ["webinar_id", "message_id"],
    examples: ["chat delete-message 82834512568 MS17RDk0QTY3QUQtQkFGQy04QTJFLTI2RUEtNkYxQjRBRTU1MTk5fQ=="],
  },
  describe: ({ webinar_id, message_id }) => `Removed chat message ${message_id} from webinar ${webinar_id}`,
});
