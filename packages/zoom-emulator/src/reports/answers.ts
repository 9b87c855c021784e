/** Reports on polls, questions and survey. Taken by EMU2; being written. */
export {};
