/**
 * What a table holds under a name that somebody typed. Undefined for what is not in it, also for names that every object answers to, such as `constructor`
 * and `__proto__`.
 */
export const ownValue = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
