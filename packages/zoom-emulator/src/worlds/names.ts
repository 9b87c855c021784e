const NAMES = ["demo", "empty", "conference-series", "rejoins", "large"] as const;

/** A world that the emulator makes itself. */
export type WorldName = (typeof NAMES)[number];

/** The names of all worlds that the emulator makes itself. */
export const WORLD_NAMES: readonly string[] = NAMES;
