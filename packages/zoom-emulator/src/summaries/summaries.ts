/** AI summaries. Taken by EMU2; being written. */
export {};
