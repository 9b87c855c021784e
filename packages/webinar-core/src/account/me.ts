import type { Credentials } from "@zoom-webinar/auth";
import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";

/**
 * A client that follows Zoom's rule of `me`: a person's own sign-in must say `me` for that person. With an account's app `me` goes to Zoom as it is: Zoom's
 * page says that it is nobody there, and in some accounts it is the owner. Source: Zoom's pages on server-to-server OAuth and on user-level apps.
 */
export const withMe = (zoom: ZoomClient, credentials: () => Credentials | null): ZoomClient => ({
  ...zoom,
  call: (id, args, options) => zoom.call(id, toMe(args, credentials()), options),
  pages: (id, args, options) => zoom.pages(id, toMe(args, credentials()), options),
});

const toMe = <Args>(args: Args, credentials: Credentials | null): Args => {
  const path = pathOf(args);
  const userId = path?.userId;
  if (typeof userId !== "string" || credentials?.kind !== "user" || credentials.user === null) return args;
  const { id, email } = credentials.user;
  const isSelf = userId === id || addressKey(userId) === addressKey(email);
  return isSelf ? { ...args, path: { ...path, userId: "me" } } : args;
};

const pathOf = (args: unknown): Readonly<Record<string, unknown>> | null => {
  const path = typeof args === "object" && args !== null && "path" in args ? args.path : null;
  return typeof path === "object" && path !== null ? { ...path } : null;
};
