/**
 * Fields that clients add to every call, for themselves. They are dropped from the top of a call if the tool has no field of that name.
 * Source: what these clients were seen to send.
 */
export const CLIENT_FIELDS: ReadonlySet<string> = new Set([
  // the protocol's own, which belongs beside the arguments
  "_meta",
  // n8n
  "sessionId",
  "action",
  "chatInput",
  "toolCallId",
  "tool",
  // Cursor, for tools without input
  "random_string",
  // Cline
  "task_progress",
  // Letta
  "request_heartbeat",
  "inner_thoughts",
  // OpenHands
  "security_risk",
]);
