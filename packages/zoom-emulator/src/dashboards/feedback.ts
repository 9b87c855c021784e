/** GET …/participants/satisfaction and …/sharing. Taken by EMU2; being written. */
export {};
