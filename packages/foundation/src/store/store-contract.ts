import type { Store } from "./store.ts";

/** One expectation of the contract: what it says, and how it is checked. Throws if the store breaks it. */
export interface ContractCase {
  name: string;
  check(store: Store, other: Store): Promise<void>;
}

const expect = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`the store breaks its contract: ${what}`);
};

/**
 * What every store must do, as cases for any test runner. `other` is a second handle on the same state (another process's view), or the same
 * store if there is no such thing.
 */
export const storeContract: readonly ContractCase[] = [
  {
    name: "returns null for a key that was never set",
    check: async (store) => expect((await store.get("nothing")) === null, "get of an unknown key"),
  },
  {
    name: "returns what was set, to every handle, whatever the key looks like",
    check: async (store, other) => {
      for (const key of ["plain", "a/b\\c:d", "ünï ☃", "../escape", "x".repeat(500)]) {
        await store.set(key, `value of ${key}`);
        expect((await other.get(key))?.value === `value of ${key}`, `get after set of ${key.slice(0, 12)}`);
      }
    },
  },
  {
    name: "changes the version with every write",
    check: async (store) => {
      await store.set("v", "1");
      const first = await store.get("v");
      await store.set("v", "1");
      expect(first?.version !== (await store.get("v"))?.version, "version after a second write");
    },
  },
  {
    name: "writes by compare-and-set only over the expected version",
    check: async (store, other) => {
      expect(await store.compareAndSet("cas", null, "first"), "set of an absent key");
      expect(!(await other.compareAndSet("cas", null, "second")), "a second set of the same absent key");
      const now = await other.get("cas");
      expect(now?.value === "first", "the first value stays");
      expect(await other.compareAndSet("cas", now?.version ?? null, "third"), "set over the current version");
      expect(!(await store.compareAndSet("cas", now?.version ?? null, "fourth")), "set over an old version");
    },
  },
  {
    name: "lets exactly one of many compare-and-sets win",
    check: async (store, other) => {
      const wins = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? store : other).compareAndSet("race", null, String(i))));
      expect(wins.filter(Boolean).length === 1, `${wins.filter(Boolean).length} winners`);
    },
  },
  {
    name: "forgets a deleted key",
    check: async (store) => {
      await store.set("gone", "x");
      await store.delete("gone");
      await store.delete("gone");
      expect((await store.get("gone")) === null, "get after delete");
    },
  },
  {
    name: "holds a lock against every other holder and releases it, also after a failure",
    check: async (store, other) => {
      let inside = 0;
      let most = 0;
      const work = async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? store : other).lock("one", work)));
      expect(most === 1, `${most} holders at once`);
      const failed = await store.lock("one", () => Promise.reject(new Error("inside"))).catch((error: Error) => error.message);
      expect(failed === "inside", "the work's own error comes through");
      expect((await other.lock("one", async () => "free")) === "free", "the lock is free after a failure");
    },
  },
  {
    name: "stops waiting for a lock if it is asked to",
    check: async (store, other) => {
      const outcome = await store.lock("busy", () =>
        other.lock("busy", async () => "taken", { waitMs: 30 }).catch((error: { code?: string }) => error.code),
      );
      expect(outcome === "zoom_unavailable", `waiting for a held lock ended with ${outcome}`);
    },
  },
  {
    name: "numbers every holder of a lock, with a larger number than all before, whatever the lock's name and the handle",
    check: async (store, other) => {
      const fences: number[] = [];
      for (const [at, name] of ["one", "two", "one", "three", "one"].entries()) {
        await (at % 2 === 0 ? store : other).lock(name, async ({ fence }) => fences.push(fence));
      }
      expect(
        fences.every((fence, at) => Number.isSafeInteger(fence) && fence > (fences[at - 1] ?? 0)),
        `the numbers ${fences.join(", ")}`,
      );
      const atOnce = await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? store : other).lock(`at-once-${i}`, async ({ fence }) => fence)),
      );
      expect(new Set(atOnce).size === 8, `numbers drawn at once: ${atOnce.join(", ")}`);
    },
  },
  {
    name: "writes with a lease while its lock is held, and refuses each kind of write afterwards",
    check: async (store, other) => {
      const late = await store.lock("job", async (lease) => {
        await lease.assertHeld();
        await store.set("state", "1", { lease });
        expect(await store.compareAndSet("state", (await other.get("state"))?.version ?? null, "2", { lease }), "compare-and-set with a lease");
        await store.set("old", "x", { lease });
        await store.delete("old", { lease });
        return lease;
      });
      expect((await other.get("old")) === null, "delete with a lease");
      await other.lock("job", (lease) => other.set("state", "of the successor", { lease }));
      const version = (await store.get("state"))?.version ?? null;
      const writes: Readonly<Record<string, () => Promise<unknown>>> = {
        assertHeld: () => late.assertHeld(),
        set: () => store.set("state", "late", { lease: late }),
        compareAndSet: () => store.compareAndSet("state", version, "late", { lease: late }),
        delete: () => store.delete("state", { lease: late }),
      };
      for (const [what, write] of Object.entries(writes)) {
        const name = await write().then(
          () => "no error",
          (error: Error) => error.name,
        );
        expect(name === "LeaseLostError", `${what} of a late holder ended with ${name}`);
      }
      expect((await store.get("state"))?.value === "of the successor", "what the successor wrote stays");
    },
  },
];
