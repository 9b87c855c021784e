import type { ReplyOf } from "@zoom-webinar/zoom-client";
import * as z from "zod";

const LICENCES: Readonly<Record<number, string>> = { 1: "basic", 2: "licensed", 4: "unassigned", 99: "none" };

/** A person of the account as our lists show one; the full profile is `users.get`. */
export const userRow = z.object({
  id: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable().meta({ untrusted: true }),
  licence: z.string().nullable().describe("Hosting webinars takes a licensed user with the webinar add-on"),
  status: z.string().nullable(),
  timezone: z.string().nullable().describe("IANA zone of the profile; wall times without a zone are read in it"),
});

export type UserRow = z.output<typeof userRow>;

/** False for whose licence surely hosts no webinar. */
export const mayHost = ({ licence }: { readonly licence?: unknown }): boolean => licence === "licensed" || licence == null;

type ListedUser = NonNullable<NonNullable<ReplyOf<"GET /users">["users"]>[number]>;

export const toUserRow = (user: ListedUser | ReplyOf<"GET /users/{userId}">): UserRow => ({
  id: user.id ?? null,
  email: user.email ?? null,
  name: user.display_name || [user.first_name, user.last_name].filter(Boolean).join(" ") || null,
  licence: user.type == null ? null : (LICENCES[user.type] ?? `type ${user.type}`),
  status: user.status ?? null,
  timezone: user.timezone || null,
});
