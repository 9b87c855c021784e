import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteChatMessage = endpointOperation("DELETE /live_webinars/{webinarId}/chat/messages/{messageId}", {
  id: "chat.deleteMessage",
  tool: "delete_webinar_chat_message",
  summary: "Remove a chat message, or files of it, from a running webinar.",
  alsoKnownAs: `
    delete a chat message, remove an abusive message, moderate the chat, remove a comment in the chat, take a message down, delete a file from the
    chat, spam in the chat, inappropriate chat message, clean the chat, hide a chat message, delete an offensive chat line, take down a message,
    rude comment, hide a chat post, somebody posted spam, take that message down, an insult in the chat, remove what he wrote, delete a rude post,
    hide a comment in the chat, somebody is swearing in the chat, get rid of a link that was posted, wipe a line of the chat, the troll's message
    should go, remove a file from the chat, that post is offensive, bad language in the chat, unsend a chat message, moderate a nasty message,
    scrub the chat post, erase what was posted, that comment was out of line - remove, a troll wrote something nasty, take the link out of the
    chat, delete what he posted, clean up the chat, someone is being rude, get this message off, offensive post`,
  cli: {
    positional: ["webinar_id", "message_id"],
    examples: ["chat delete-message 82834512568 MS17RDk0QTY3QUQtQkFGQy04QTJFLTI2RUEtNkYxQjRBRTU1MTk5fQ=="],
  },
  describe: ({ webinar_id, message_id }) => `Removed chat message ${message_id} from webinar ${webinar_id}`,
});
