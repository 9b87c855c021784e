/** Finds an ended instance for reports. Taken by EMU2; being written. */
export {};
