import type { Variables } from "@zoom-webinar/auth";
import { type ReadSettings, readSettings as readTable } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "./command-path.ts";
import { type Defaults, NO_DEFAULTS } from "./config/defaults.ts";
import { VARIABLES } from "./config/variables.ts";
import { GLOBAL_SETTINGS } from "./globals.ts";

type Values = ReadSettings<typeof GLOBAL_SETTINGS>["values"];

/** The global settings of one call, checked. */
export interface Settings extends Values {
  /** Who hosts if nobody is named. */
  readonly host: string | undefined;
}

/** Reads the settings from the parser's values, the environment, and a person's own defaults, in this order. Throws `InputError` that names the flag or the variable at fault. */
export const readSettings = (flags: Readonly<Record<string, unknown>>, env: Variables, { values: own, fault }: Defaults = NO_DEFAULTS): Settings => {
  if (fault !== undefined) throw fault;
  const given = new Map(
    Object.entries(flags).flatMap(([name, value]) => (typeof value === "string" || value === true ? [[kebab(name), [String(value)]] as const] : [])),
  );
  const { values } = readTable(GLOBAL_SETTINGS, given, env);
  return {
    ...values,
    zone: values.zone ?? own.zone,
    host: VARIABLES.host(env)?.value ?? own.host,
    // Read-only beats every other setting; agreeing unseen means that nothing is asked.
    safety: values.yes && values.safety === "confirm" ? "trusted" : values.safety,
    log: values.log === "off" && values.verbose ? "info" : values.log,
  };
};
