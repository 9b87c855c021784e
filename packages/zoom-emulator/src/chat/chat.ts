/** DELETE …/chat/messages/{messageId}. Taken by EMU2; being written. */
export {};
