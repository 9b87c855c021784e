import type { SettingValues } from "./setting.ts";
import type { SESSION_SETTINGS } from "./table.ts";

/** The options of `openSession` that settings decide, for every app alike. A setting that is not passed on here does not compile. */
export const sessionOptionsOf = (values: SettingValues<typeof SESSION_SETTINGS>) => {
  const {
    safety,
    "most-recipients": mostRecipients,
    "recipient-domains": recipientDomains,
    reveal,
    zone,
    plan,
    headroom: headRoom,
    emulator,
    profile,
    dotenv: envFile,
    "allow-base-url": allowBaseUrl,
    "log-file": logFile,
    "audit-file": auditFile,
    "audit-optional": auditOptional,
    ...left
  } = values;
  void (left satisfies Readonly<Record<PropertyKey, never>>);
  const pace = { plan, headRoom };
  return {
    safety,
    mostRecipients,
    recipientDomains,
    reveal,
    zone,
    pace,
    emulator,
    profile,
    envFile,
    allowBaseUrl,
    logFile,
    auditFile,
    auditOptional,
  };
};
