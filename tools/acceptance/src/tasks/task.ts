import { readFileSync } from "node:fs";
import type { EmulatorState, Mail, WebinarRecord } from "@zoom-webinar/zoom-emulator";
import { openZoom, type Zoom } from "./zoom.ts";

/** A world in which a task begins. */
export interface World extends Zoom {
  /** What the world held at the start. */
  before: EmulatorState;
  /** Files that lie in the folder where the person works, by name. */
  files: Readonly<Record<string, string | Uint8Array>>;
}

/** What whoever did the task leaves besides the world: what they say at the end, and the text files in their folder, by name. */
export interface Ending {
  answer: string;
  files?: Readonly<Record<string, string>>;
}

/** A finished task, as a judge looks at it. */
export interface Finished {
  answer: string;
  files: Readonly<Record<string, string>>;
  before: EmulatorState;
  after: EmulatorState;
  /** Mails that went out since the start, oldest first. */
  mails: readonly Mail[];
  /** The address of a webinar's sign-up page as Zoom answers it; null if it has none. */
  signUpPage(webinarId: number): string | null;
  /** The webinars of a host with exactly this title, now. */
  webinars(host: string, topic: string): WebinarRecord[];
}

/** An end that must be refused: made by somebody who misunderstood the task. */
export interface WrongEnd {
  /** What they did. */
  title: string;
  /** What the judge has to say about it, among others. */
  because: RegExp;
  make(world: World): Promise<Ending>;
}

/** A task of a webinar manager, with the world in which it begins and the judge of its end. */
export interface Task {
  /** Two digits. */
  id: string;
  title: string;
  /** The task in the words of whoever asks for it. */
  words: string;
  /** The day on which it is asked, like "2027-02-01". At the start the world's clock stands at noon (UTC) of it. */
  today: string;
  start(): Promise<World>;
  /** Everything that is wrong with the end, in words; nothing if the task is done. */
  judge(world: World, ending: Ending): Promise<string[]>;
  /** At least two. */
  wrongEnds: readonly WrongEnd[];
}

interface TaskParts {
  /** The page in `tools/acceptance/tasks`, without its ending. It holds title and words. */
  page: string;
  today?: string;
  /** The instant at which the world begins, if something happens in it before today. */
  since?: string;
  /** Makes what there is before. Returns the files of the folder where the person works, if there are any. */
  prepare?(zoom: Zoom): Promise<undefined | Readonly<Record<string, string | Uint8Array>>>;
  judge(finished: Finished): string[];
  wrongEnds: readonly WrongEnd[];
}

const PAGES = new URL("../../tasks/", import.meta.url);

const readPage = (page: string): Pick<Task, "title" | "words"> => {
  const text = readFileSync(new URL(`${page}.md`, PAGES), "utf8");
  const title = /^# (.+)$/m.exec(text)?.[1];
  const words = /^## What is asked\n+([\s\S]+?)\n+## /m.exec(text)?.[1];
  if (title === undefined || words === undefined) throw new Error(`${page}.md has no title, or nothing is asked in it.`);
  return { title, words };
};

const finish = async ({ emulator, before, call }: World, { answer, files = {} }: Ending): Promise<Finished> => {
  const after = await emulator.state.snapshot();
  const pages = new Map<number, string | null>();
  for (const { id } of Object.values(after.webinars)) pages.set(id, (await call("GET", `/webinars/${id}`)).registration_url ?? null);
  return {
    answer,
    files,
    before,
    after,
    mails: after.mails.slice(before.mails.length),
    signUpPage: (webinarId) => pages.get(webinarId) ?? null,
    webinars: (host, topic) => {
      const hostId = after.users.find(({ email }) => email === host)?.id;
      return Object.values(after.webinars).filter((webinar) => webinar.host_id === hostId && webinar.topic === topic);
    },
  };
};

/** Makes a task out of its page, its world and its judge. */
export const defineTask = ({ page, today = "2027-02-01", since, prepare, judge, wrongEnds }: TaskParts): Task => ({
  id: page.slice(0, 2),
  ...readPage(page),
  today,
  start: async () => {
    const noon = `${today}T12:00:00Z`;
    const zoom = openZoom(since ?? noon);
    const files = (await prepare?.(zoom)) ?? {};
    zoom.until(noon);
    return { ...zoom, before: await zoom.emulator.state.snapshot(), files };
  },
  judge: async (world, ending) => judge(await finish(world, ending)),
  wrongEnds,
});
