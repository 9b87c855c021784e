/** GET /report/history_meetings. Taken by EMU2; being written. */
export {};
