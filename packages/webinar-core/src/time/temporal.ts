/** Loaded when first needed: most calls name no time, and newest Node has it built in. */
export const loadTemporal = async () => (await import("temporal-polyfill")).Temporal;

export type TemporalModule = Awaited<ReturnType<typeof loadTemporal>>;
/** A day of the calendar, without time and zone. */
export type PlainDate = InstanceType<TemporalModule["PlainDate"]>;
