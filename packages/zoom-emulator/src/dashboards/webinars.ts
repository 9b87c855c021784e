/** GET /metrics/webinars and one of them. Taken by EMU2; being written. */
export {};
