import { missingCredentials } from "@zoom-webinar/auth";
import type { TokenStatus } from "@zoom-webinar/webinar-core";
import type { OpenedSession } from "@zoom-webinar/webinar-core/doors";
import { openFor } from "../operation/run-command.ts";
import { type AuthCall, showResult } from "./call.ts";

/** Says where the token stands. Throws `AuthError` (`auth_missing`) if nobody is signed in. */
export const status = (call: AuthCall): Promise<void> => show(call, ({ session }) => session.account.describe());

/** Asks for a new token. Throws `AuthError` if Zoom refuses, or the token was brought. */
export const refresh = (call: AuthCall): Promise<void> => show(call, ({ session }) => session.account.refresh());

const show = async (call: AuthCall, look: (opened: OpenedSession) => Promise<TokenStatus>): Promise<void> => {
  const opened = await openFor(call.settings, call.deps);
  try {
    const found = await look(opened);
    if (found.state === "no_credentials") throw missingCredentials();
    const { account } = opened.session;
    const { credentials } = account.inForce;
    const user = credentials?.kind === "user" ? (credentials.user?.email ?? null) : null;
    // Scopes fill a screen, and say little by themselves.
    await showResult(call, SENTENCES[found.state], { profile: account.profiles().current, user, ...found }, { hidden: ["scopes"] });
    const count = found.scopes?.length ?? 0;
    if (count > 0 && call.output.format === "text")
      await call.output.remark(
        `${count} scopes are granted: --json lists them, and zoom-webinar doctor says which are missing and which nothing needs.`,
      );
  } finally {
    await opened.close();
  }
};

const SENTENCES: Readonly<Record<TokenStatus["state"], string>> = {
  no_credentials: "Nobody is signed in",
  not_requested: "Signed in; the first call asks for a token",
  valid: "Signed in; the token is valid",
  expiring: "Signed in; the next call renews the token",
  expired: "Signed in; the token has expired, and the next call renews it",
  unknown: "The token of ZOOM_ACCESS_TOKEN is used as it is",
};
