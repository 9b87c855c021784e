import type { Writable } from "node:stream";
import { type Io, write } from "../io.ts";
import type { Sink } from "./sink.ts";

/** A program that shows a long text page by page. */
export interface Pager {
  /** Where it reads the text from. */
  readonly input: Writable;
  /** Resolves when the person has left it. */
  readonly closed: Promise<void>;
}

/** The person left the pager before all was written: they have seen enough, and nothing has failed. */
export class PagerClosed extends Error {}

/** Data for a terminal, through a pager as soon as it is longer than the screen. */
export interface PagedSink extends Sink {
  /** True while a pager has the screen: nothing else may be written to it. */
  isPaging(): boolean;
}

/** Rows of a terminal that does not say how many it has. */
const USUAL_ROWS = 24;

/** The words of the command that shows long texts; null: none, they go straight to the screen. Never read by a shell. */
export const pagerWords = (
  { PAGER: named, TERM: terminal }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): readonly string[] | null => {
  if (terminal === "dumb") return null;
  // What Windows has cannot show UTF-8.
  if (named === undefined) return platform === "win32" ? null : ["less"];
  const words = named.split(/\s+/).filter((word) => word !== "");
  return words.length === 0 || words[0] === "cat" ? null : words;
};

/** Holds a text until it is longer than the screen, and then hands all of it to a pager; one that cannot be started is done without. */
export const pagedSink = ({ stdout, env, startPager }: Io): PagedSink => {
  const words = pagerWords(env);
  const rows = stdout.rows ?? USUAL_ROWS;
  let held: string | null = words === null || startPager === undefined ? null : "";
  let pager: Pager | null = null;
  let isClosed = false;
  const begin = async (text: string) => {
    held = null;
    pager = (await startPager?.(words ?? [])) ?? null;
    void pager?.closed.then(() => {
      isClosed = true;
    });
    await put(text);
  };
  const put = async (text: string) => {
    if (pager === null) return write(stdout, text);
    if (isClosed) throw new PagerClosed();
    await write(pager.input, text);
  };
  const finish = async () => {
    if (held !== null) await write(stdout, held);
    held = null;
    if (pager === null) return;
    pager.input.end();
    await pager.closed;
  };
  return {
    isFile: false,
    isPaging: () => pager !== null && !isClosed,
    write: async (text) => {
      if (held === null) return put(text);
      held += text;
      if (held.split("\n").length > rows) await begin(held);
    },
    finish,
    // What came before a failure is shown, as without a pager.
    abandon: finish,
  };
};
