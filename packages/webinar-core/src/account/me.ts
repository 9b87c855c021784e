import type { Credentials } from "@zoom-webinar/auth";
import { InputError } from "@zoom-webinar/foundation";
import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";

/**
 * A client that keeps Zoom's rule of `me`: a person's own sign-in must say `me` for that person, an account's app must not say it at all.
 * Throws `InputError` before anything is sent. Source: Zoom's page on server-to-server OAuth, and on user-level apps.
 */
export const withMe = (zoom: ZoomClient, credentials: () => Credentials | null): ZoomClient => ({
  ...zoom,
  call: (id, args, options) => toMe(args, credentials()).then((checked) => zoom.call(id, checked, options)),
  pages: async function* (id, args, options) {
    yield* zoom.pages(id, await toMe(args, credentials()), options);
  },
});

/** Async, so that a refusal is a rejection like any other. */
const toMe = async <Args>(args: Args, credentials: Credentials | null): Promise<Args> => {
  const path = pathOf(args);
  const userId = path?.userId;
  if (typeof userId !== "string" || credentials === null) return args;
  if (userId === "me" && (credentials.kind === undefined || credentials.kind === "server-to-server")) {
    const message = '"me" is nobody with a server-to-server app; name the host by e-mail or id';
    throw InputError.at("user_id", message, "users.list lists the account's hosts.");
  }
  if (credentials.kind !== "user" || credentials.user === null) return args;
  const { id, email } = credentials.user;
  const isSelf = userId === id || addressKey(userId) === addressKey(email);
  return isSelf ? { ...args, path: { ...path, userId: "me" } } : args;
};

const pathOf = (args: unknown): Readonly<Record<string, unknown>> | null => {
  const path = typeof args === "object" && args !== null && "path" in args ? args.path : null;
  return typeof path === "object" && path !== null ? { ...path } : null;
};
