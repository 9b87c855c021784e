/** GET /report/webinars/{webinarId}. Taken by EMU2; being written. */
export {};
