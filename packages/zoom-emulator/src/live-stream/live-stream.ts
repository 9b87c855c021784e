/** Live stream. Taken by EMU2; being written. */
export {};
