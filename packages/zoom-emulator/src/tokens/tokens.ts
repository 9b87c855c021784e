/** Join tokens, caption token, SIP dialing. Taken by EMU2; being written. */
export {};
