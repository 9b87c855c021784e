import { InputError, type Lease, type LockOptions, type Store, UnavailableError } from "@zoom-webinar/foundation";
import type { RefreshTokenKeeper } from "../credentials.ts";
import { assertProfileName, type Profile, toProfile } from "./profile.ts";

/** Named sign-ins. Over a file store they outlast the process, in one file that only its owner can read. */
export interface ProfileStore {
  /** By name, sorted. Throws `InputError` if the file is damaged, or may have been read or written by others. */
  list(): Promise<ReadonlyMap<string, Profile>>;
  get(name: string): Promise<Profile | null>;
  /** Writes or replaces a profile, while nobody renews its token. Throws `InputError` for a name that is not valid. */
  put(name: string, profile: Profile): Promise<void>;
  /** Returns what was removed, null if there was nothing. */
  remove(name: string): Promise<Profile | null>;
  /** Keeps the refresh token of one sign-in, for token sources. */
  keeperOf(name: string, signInId: string): RefreshTokenKeeper;
}

/** One document, so that a list is never half of another one's. */
const KEY = "profiles";
const MOST_TRIES = 50;

type Profiles = ReadonlyMap<string, Profile>;

/** Profiles in a store. */
export const profileStore = (store: Store): ProfileStore => {
  const read = async (): Promise<{ profiles: Profiles; version: string | null }> => {
    const stored = await store.get(KEY);
    return stored === null ? { profiles: new Map(), version: null } : { profiles: toProfiles(stored.value), version: stored.version };
  };
  /** Replaces the document as long as `change` wants another one; returns false if it gives null. */
  const change = async (change: (profiles: Profiles) => Profiles | null): Promise<boolean> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const { profiles, version } = await read();
      const next = change(profiles);
      if (next === null) return false;
      if (await store.compareAndSet(KEY, version, JSON.stringify(Object.fromEntries(next)))) return true;
    }
    throw new UnavailableError("Other processes keep changing the profiles.", "not-sent", { hint: "Try again." });
  };
  const lock = <T>(name: string, work: (lease: Lease) => Promise<T>, options?: LockOptions) => store.lock(`profile:${name}`, work, options);

  return {
    list: async () => (await read()).profiles,
    get: async (name) => (await read()).profiles.get(name) ?? null,
    put: async (name, profile) => {
      assertProfileName(name);
      await lock(name, () => change((profiles) => new Map([...profiles, [name, profile]])));
    },
    remove: (name) =>
      lock(name, async () => {
        let removed: Profile | null = null;
        await change((profiles) => {
          removed = profiles.get(name) ?? null;
          return removed === null ? null : new Map([...profiles].filter(([other]) => other !== name));
        });
        return removed;
      }),
    keeperOf: (name, signInId) => ({
      read: async () => {
        const profile = (await read()).profiles.get(name);
        return profile?.kind === "user" && profile.signInId === signInId ? profile.refreshToken : null;
      },
      replace: (expected, next) =>
        change((profiles) => {
          const profile = profiles.get(name);
          if (profile?.kind !== "user" || profile.signInId !== signInId || profile.refreshToken !== expected) return null;
          return new Map([...profiles, [name, { ...profile, refreshToken: next }]]);
        }),
      lock: (work, options) => lock(name, work, options),
    }),
  };
};

const toProfiles = (text: string): Profiles => {
  const damaged = (what: string) =>
    new InputError(`${what} of the config folder is damaged.`, [], { hint: "Sign in again: zoom-webinar auth login." });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw damaged("The list of profiles");
  }
  if (typeof document !== "object" || document === null) throw damaged("The list of profiles");
  const entries = Object.entries(document).map(([name, value]): [string, Profile] => {
    const profile = toProfile(value);
    if (profile === null) throw damaged(`The profile "${name}"`);
    return [name, profile];
  });
  return new Map(entries.sort(([a], [b]) => a.localeCompare(b)));
};
