import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpRequest, Send } from "@zoom-webinar/auth";
import { type Clock, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { HOST, NOW } from "@zoom-webinar/testing/emulated";
import { createEmulator, DEMO_CREDENTIALS, type Emulator, type EmulatorOptions } from "@zoom-webinar/zoom-emulator";
import type * as z from "zod";
import { type Disk, type DiskFile, realDisk } from "../files/disk.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import type { CallOptions } from "../policy/call-options.ts";
import { runOperation } from "../run.ts";
import type { SessionOptions } from "../session/options.ts";
import { createSession, type Session } from "../session/session.ts";

/** The process died: nothing that it does from then on has any effect. */
export class Died extends Error {}

/** Counts what a process does to the outside, and ends its life at one of these steps. */
export interface Life {
  /** Throws `Died` if life ends here or has ended. */
  step(): void;
  readonly steps: number;
  readonly isDead: boolean;
}

/** A life that ends at its n-th step; Infinity: never. */
export const lifeOf = (steps: number): Life => {
  let taken = 0;
  return {
    step: () => {
      taken += 1;
      if (taken >= steps) throw new Died();
    },
    get steps() {
      return taken;
    },
    get isDead() {
      return taken >= steps;
    },
  };
};

/** A disk under a process that may die before, in the middle of, and after every write. */
const mortalDisk = (life: Life): Disk => ({
  append: async (path) => {
    life.step();
    const file = await realDisk.append(path);
    const mortal: DiskFile = {
      write: async (text) => {
        life.step();
        const half = Math.floor(text.length / 2);
        await file.write(text.slice(0, half));
        life.step();
        await file.write(text.slice(half));
        life.step();
      },
      sync: async () => {
        await file.sync();
        life.step();
      },
      truncate: async (bytes) => {
        await file.truncate(bytes);
        life.step();
      },
      close: () => file.close(),
    };
    return mortal;
  },
});

/** Requests of a process that may die before Zoom hears of one, and after Zoom did it. */
const mortalSend =
  (send: Send, life: Life): Send =>
  async (request) => {
    if (request.method === "GET" || request.url.includes("/oauth/")) return send(request);
    life.step();
    const response = await send(request);
    life.step();
    return response;
  };

/** One webinar in an emulated Zoom, and a folder for files and imports. */
export interface ImportWorld {
  emulator: Emulator;
  clock: Clock & { advance(ms: number): void };
  webinar_id: string;
  folder: string;
  /** A new process: same store, same folder. */
  process(life?: Life, more?: SessionOptions & { disk?: Disk }): Session;
  run<Op extends AnyOperation>(op: Op, input: z.input<Op["input"]>, session?: Session, call?: CallOptions): Promise<z.output<Op["output"]>>;
  /** Writes a file and returns its path. */
  file(name: string, text: string | Uint8Array): Promise<string>;
  /** How many mails each address got. */
  mails(): Promise<Map<string, number>>;
  /** Addresses on the webinar's list. */
  registered(): Promise<string[]>;
  /** Writes that Zoom saw. */
  writes(): number;
  remove(): Promise<void>;
}

interface WorldOptions extends EmulatorOptions {
  registration?: "automatic" | "manual";
  wrap?(send: Send): Send;
}

/** Opens a world with one open webinar. */
export const importWorld = async ({ registration = "automatic", wrap = (send) => send, ...options }: WorldOptions = {}): Promise<ImportWorld> => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const emulator = createEmulator({ clock, rateLimits: false, ...options });
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  const store = memoryStore({ clock });
  const common = { credentials: DEMO_CREDENTIALS, clock, store, stateFolder: join(folder, "state"), pace: false } as const;
  const open = (life: Life = lifeOf(Number.POSITIVE_INFINITY), { disk, ...more }: SessionOptions & { disk?: Disk } = {}): Session => {
    const session = createSession({
      ...common,
      send: mortalSend(
        wrap((request: HttpRequest) => emulator.send(request)),
        life,
      ),
      ...more,
    });
    return { ...session, imports: session.imports && { ...session.imports, disk: disk ?? mortalDisk(life) } };
  };
  const own = open();
  const start = { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration };
  const { webinar } = await runOperation(createWebinar, start, own);
  const webinar_id = String(webinar.id);
  return {
    emulator,
    clock,
    webinar_id,
    folder,
    process: open,
    run: (op, input, session = own, call) => runOperation(op, input, session, call),
    file: async (name, text) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    },
    mails: async () => {
      const counts = new Map<string, number>();
      for (const { to } of await emulator.mailLog()) counts.set(to, (counts.get(to) ?? 0) + 1);
      return counts;
    },
    registered: async () => (await emulator.state.registrants(webinar_id)).map(({ email }) => email),
    writes: () => emulator.requests().filter(({ method, path }) => method !== "GET" && /registrants|panelists/.test(path)).length,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** A table of so many people. */
export const peopleCsv = (count: number, prefix = "p"): string =>
  `Email,First Name\n${Array.from({ length: count }, (_, at) => `${prefix}${at}@example.com,Person ${at}`).join("\n")}\n`;

/** Their addresses. */
export const addresses = (count: number, prefix = "p"): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}@example.com`);
