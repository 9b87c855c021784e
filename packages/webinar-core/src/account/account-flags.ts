import type { AccountAccess } from "./account.ts";

/** Ids and addresses: what a shell takes as it is, and nothing that somebody might have written to mislead. */
export const PLAIN_WORD = /^[\w.@+-]{1,100}$/;

/** The flags that lead a command to an account: without them, the emulator's webinar would be looked for in a real one. The emulator has no profiles. */
export const accountFlags = ({ isEmulator, profile }: { isEmulator: boolean; profile: string | null | undefined }): string[] => {
  if (isEmulator) return ["--emulator"];
  return profile != null && PLAIN_WORD.test(profile) ? ["--profile", profile] : [];
};

/** A command for a person to run, with the flags that lead it to the account of this session. */
export const commandIn = ({ inForce }: Pick<AccountAccess, "inForce">, words: string): string =>
  ["zoom-webinar", words, ...accountFlags({ isEmulator: inForce.source === "emulator", profile: inForce.profile })].join(" ");
