/** Tracking sources. Taken by EMU2; being written. */
export {};
