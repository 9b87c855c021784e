import { lossy, seeded } from "@zoom-webinar/testing/lossy";
import type { EmulatorOptions, Switches } from "@zoom-webinar/zoom-emulator";
import { type ImportWorld, importWorld, lifeOf } from "./import-world.ts";
import type { Importer } from "./importers.ts";

/** A way in which things go wrong while people are imported. */
export interface Hardship {
  name: string;
  /** Says what the importer did that it must not, for each time it did. */
  faultsOf(toImporter: () => Importer): Promise<string[]>;
}

const PEOPLE = [
  "anna@example.com",
  "ben@example.com",
  "cleo+tides@example.com",
  "ANNA@example.com",
  "dora@example.com",
  "eve@example.com",
  "finn@example.com",
];
const ALL = [...new Set(PEOPLE.map((email) => email.toLowerCase()))];

type World = Partial<Switches> & { registration?: "manual" };

const open = ({ registration, ...switches }: World, wrap?: NonNullable<Parameters<typeof importWorld>[0]>["wrap"]): Promise<ImportWorld> => {
  const options: EmulatorOptions = { switches };
  return importWorld({ ...options, ...(registration === undefined ? {} : { registration }), ...(wrap === undefined ? {} : { wrap }) });
};

const judge = async (world: ImportWorld, unknown: number, lagMs: number, when: string): Promise<string[]> => {
  const mails = new Map<string, number>();
  for (const [to, count] of await world.mails()) mails.set(to.toLowerCase(), (mails.get(to.toLowerCase()) ?? 0) + count);
  const there = new Set((await world.registered()).map((email) => email.toLowerCase()));
  const missing = ALL.filter((email) => !there.has(email)).length;
  return [
    ...[...mails].filter(([, count]) => count > 1).map(([to, count]) => `${to} was mailed ${count} times, ${when}`),
    ...(missing > unknown ? [`${missing} people are missing, ${unknown} of them said to be unknown, ${when}`] : []),
    // Where not one call was answered and nobody is on the list, nothing tells how late it is.
    ...(lagMs === 0 && unknown > 0 && there.size > 0 ? [`${unknown} people are unknown although the list is never late, ${when}`] : []),
  ];
};

/** Dies at one step after the other (or at some of them), and is started again each time. */
const deaths = (world: World, { every, first }: { every: number; first: number }): Hardship => ({
  name: `its process dies at any of the steps ${first}, ${first + every}, ${first + 2 * every} and so on, in a Zoom of ${JSON.stringify(world)}`,
  faultsOf: async (toImporter) => {
    const faults: string[] = [];
    for (let step = first; ; step += every) {
      const opened = await open(world);
      const importer = toImporter();
      try {
        const life = lifeOf(step);
        await importer(opened, PEOPLE, life).catch((error: unknown) => {
          if (!life.isDead) throw error;
        });
        const { unknown } = await importer(opened, PEOPLE, lifeOf(Number.POSITIVE_INFINITY));
        faults.push(...(await judge(opened, unknown, world.listLagMs ?? 0, `death at step ${step}`)));
        if (!life.isDead || faults.length > 3) return faults;
      } finally {
        await opened.remove();
      }
    }
  },
});

/** Calls whose answers are lost, with and without effect. */
const losses = (world: World, seeds: number): Hardship => ({
  name: `a third of its calls get no answer, in a Zoom of ${JSON.stringify(world)}`,
  faultsOf: async (toImporter) => {
    const faults: string[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = seeded(seed);
      const isLost = (url: string, method: string) => method === "POST" && url.includes("registrants") && random() < 0.33;
      const opened = await open(world, (send) =>
        lossy(send, ({ url, method }) => (isLost(url, method) ? (random() < 0.5 ? "applied" : "not applied") : null)),
      );
      try {
        const { unknown } = await toImporter()(opened, PEOPLE, lifeOf(Number.POSITIVE_INFINITY));
        faults.push(...(await judge(opened, unknown, world.listLagMs ?? 0, `seed ${seed}`)));
      } finally {
        await opened.remove();
      }
    }
    return faults;
  },
});

/** Zoom as it may be, if nobody knows: each value of what matters to an import. */
const WORLDS: readonly World[] = [
  { duplicateRegistrant: "remail" },
  {},
  { duplicateRegistrant: "error" },
  { registration: "manual", pendingMail: true, duplicateRegistrant: "remail" },
  { batchMails: false, duplicateRegistrant: "remail" },
  { registrantQuota: "account", duplicateRegistrant: "remail" },
  { rateHeaders: "never", announcedFields: true, cancelledRegistrant: "gone" },
  { rateHeaders: "always", missingAnswers: "refuse" },
  { listLagMs: 2_000, duplicateRegistrant: "remail" },
  { listLagMs: 120_000, duplicateRegistrant: "remail" },
];

/** All hardships: in the short form some steps of each world and all of one, in the long form all of all. All of one are several tests: each has its own limit. */
export const hardships = (isLong: boolean): Hardship[] => [
  ...WORLDS.flatMap((world, at) => {
    if (!isLong && at > 0) return [deaths(world, { every: 13, first: 1 + at })];
    return [1, 2, 3, 4].map((first) => deaths(world, { every: 4, first }));
  }),
  losses({ duplicateRegistrant: "remail" }, isLong ? 200 : 12),
  losses({ listLagMs: 120_000, duplicateRegistrant: "remail" }, isLong ? 100 : 6),
  losses({ listLagMs: 2_000, duplicateRegistrant: "remail" }, isLong ? 100 : 6),
  losses({ registration: "manual", pendingMail: true, duplicateRegistrant: "remail" }, isLong ? 100 : 6),
];
