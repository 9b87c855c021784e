/** Tracking fields. Taken by EMU2; being written. */
export {};
