/** GET /metrics/webinars/{webinarId}/participants. Taken by EMU2; being written. */
export {};
