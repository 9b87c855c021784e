import { type Case, fails } from "./case.ts";

/** First of all: no door has asked for a token yet. */
export const account: readonly Case[] = [
  {
    id: "account.getTokenStatus",
    name: "before any call",
    input: () => ({}),
    expected: { ok: { state: "not_requested", minutes_left: null, account_id: "demo-account", credentials_from: "environment" } },
  },
  fails("account.getTokenStatus", "with an unknown field", () => ({ token: "x" }), "input_invalid", { asJson: true }),
  {
    id: "account.refreshToken",
    name: "now",
    input: () => ({}),
    expected: { ok: { state: "valid", account_id: "demo-account" } },
    varies: ["minutes_left", "expires_at", "expires_local"],
  },
  fails("account.refreshToken", "with an unknown field", () => ({ force: true }), "input_invalid", { asJson: true }),
  {
    id: "account.autoConfigure",
    name: "from the environment",
    input: () => ({}),
    expected: { ok: { configured: true, credentials_from: "environment", switched: false } },
    // A server with several callers keeps what it was started with; a terminal may look again.
    varies: ["looked_again", "variables"],
  },
  fails("account.autoConfigure", "with an unknown field", () => ({ path: "/etc" }), "input_invalid", { asJson: true }),
  { id: "account.configure", name: "asked what there is", input: () => ({}), expected: { ok: { profile: null, profiles: [] } } },
  fails("account.configure", "a secret", () => ({ client_secret: "not-taken" }), "input_invalid", { asJson: true }),
];
