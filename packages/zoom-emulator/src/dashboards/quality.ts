/** Quality of service, of all and of one. Taken by EMU2; being written. */
export {};
