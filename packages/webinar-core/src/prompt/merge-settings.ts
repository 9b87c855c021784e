import type { Found, Settings } from "./facts.ts";
import type { Fault } from "./sentence.ts";

/** The settings that were asked for; pushes a fault for two that contradict each other. */
export const mergeSettings = (found: readonly Found[], faults: Fault[], notes: string[]): Settings => {
  const merged: Settings = {};
  for (const at of found) {
    if (at.fact.kind !== "settings") continue;
    if (at.fact.assumed !== undefined) notes.push(at.fact.assumed);
    for (const [name, value] of Object.entries(at.fact.settings) as [keyof Settings, never][]) {
      const known = merged[name];
      const isRefined = name === "registration" && (known === "automatic" || value === "automatic") && known !== "none" && value !== "none";
      if (known !== undefined && Array.isArray(known)) Object.assign(merged, { [name]: [...known, ...(value as unknown[])] });
      else if (known !== undefined && isRefined) merged.registration = known === "manual" || value === "manual" ? "manual" : "automatic";
      else if (known !== undefined && known !== value)
        faults.push({ message: `"${at.said}" contradicts what was said before`, hint: "Say it once.", at });
      else Object.assign(merged, { [name]: value });
    }
  }
  return merged;
};
