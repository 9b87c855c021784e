import { type Canonical, isFields } from "./canonical.ts";
import { type Change, changesBetween } from "./changes.ts";

/** How two webinars differ, field by field: everything that either has. */
export const differencesBetween = (one: Canonical, other: Canonical): Change[] => {
  const settings = (from: Canonical) => (isFields(from.settings) ? from.settings : {});
  const missing = (from: Canonical, to: Canonical): Change[] => [
    ...Object.entries(from).flatMap(([at, value]) => (to[at] === undefined && value !== undefined ? [{ at, from: value, to: null }] : [])),
    ...Object.entries(settings(from)).flatMap(([name, value]) =>
      settings(to)[name] === undefined && value !== undefined ? [{ at: `settings.${name}`, from: value, to: null }] : [],
    ),
  ];
  return [...changesBetween(one, other).changes, ...missing(one, other).filter(({ from }) => !isNothing(from))];
};

/** An empty list or object is as good as none. */
const isNothing = (value: unknown): boolean =>
  value === "" || (Array.isArray(value) && value.length === 0) || (isFields(value) && Object.values(value).every(isNothing));
