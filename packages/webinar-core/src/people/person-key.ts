import { createHash } from "node:crypto";

const BY_ID = "id:";

/** The key of somebody who is named by an id alone; that of anybody else is `addressKey` of the address. */
export const keyOfRegistrant = (id: string): string => `${BY_ID}${id}`;

/** The registrant's id in such a key; null for the key of an address. */
export const registrantIdIn = (key: string): string | null => (key.startsWith(BY_ID) ? key.slice(BY_ID.length) : null);

/** How notes know somebody: a part of the key's SHA-256. */
export const hashOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 16);
