/** GET branding. Taken by EMU2; being written. */
export {};
