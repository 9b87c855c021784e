/** Name tags. Taken by EMU2; being written. */
export {};
