/** "book a half-hour demo": a length with its article behind a verb that asks. */
export const ASKED_FOR_SO_LONG =
  /(?<!\p{L})(?:book|schedule|set up|setup|arrange|organi[sz]e|plan|create|host|run|hold|need|want|like|offer|add|do|have|put in|make|prepare|announce|buchen?|plane[n]?|brauchen?|möchten?) (?:us |me |in )?(?:an?|eine?n?) [^\s]*[- ]?(?:hour|minute|min|hr)$/iu;
/** "Morning", "Evening": a part of the day as the first word of a name. */
export const BEGINS_A_NAME = /^(?:Morning|Afternoon|Evening|Night)$/u;
