/** GET /report/upcoming_events. Taken by EMU2; being written. */
export {};
