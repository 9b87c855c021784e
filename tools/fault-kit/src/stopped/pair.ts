import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const WORKER = fileURLToPath(new URL("./worker.mjs", import.meta.url));

/** CI tries 20 pairs of processes at steps spread over the whole act; FAULTS=long 500, half of them at random moments. */
export const PAIRS = process.env.FAULTS === "long" ? 500 : 20;

interface Done {
  result: unknown;
  acts: number;
}

interface Worker {
  child: ChildProcess;
  /** Starts a turn. */
  tell(turn: number, stopAt: number | null): void;
  /** The next line: "ready", "stopping", or how the turn ended. */
  next(): Promise<string>;
}

const start = async (kind: string, folder: string, url: string): Promise<Worker> => {
  const child = spawn(process.execPath, [WORKER, kind, folder, url], { stdio: ["pipe", "pipe", "inherit"] });
  if (child.stdin === null || child.stdout === null) throw new Error("the process has no pipes");
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`the process of ${kind} ended early`);
    return value;
  };
  if ((await next()) !== "ready") throw new Error("the process is not ready");
  return { child, next, tell: (turn, stopAt) => void stdin.write(`${JSON.stringify({ turn, stopAt })}\n`) };
};

/** How long the stopped process may stand still at most: the other one may have to wait for it. */
const LONGEST_MS = 700;

const toDone = (line: string): Done => JSON.parse(line) as Done;

/** Waits for the other process, wakes the stopped one at the latest after a while, and returns the results of both, the stopped one's first. */
const finish = async (stopped: Worker, other: Worker): Promise<readonly unknown[]> => {
  const timer = setTimeout(() => stopped.child.kill("SIGCONT"), LONGEST_MS);
  const second = toDone(await other.next());
  clearTimeout(timer);
  stopped.child.kill("SIGCONT");
  return [toDone(await stopped.next()).result, second.result];
};

/** Two processes that share a folder, one of which is stopped on its way and goes on when the other one is done, or could not be. */
export interface Pair {
  /** Both do the same, the first stopped before its act number `stopAt`; the results of both. */
  atStep(turn: number, stopAt: number): Promise<readonly unknown[]>;
  /** Both begin at once, one of them is stopped after `afterMs` milliseconds, and goes on when the other is done. */
  atMoment(turn: number, first: boolean, afterMs: number): Promise<readonly unknown[]>;
  /** How many acts one process needs that nobody stops. */
  actsOf(turn: number): Promise<number>;
  end(): void;
}

export const startPair = async (kind: string, folder: string, url: string): Promise<Pair> => {
  const workers = await Promise.all([start(kind, folder, url), start(kind, folder, url)]);
  const [one, two] = workers as [Worker, Worker];
  return {
    atStep: async (turn, stopAt) => {
      one.tell(turn, stopAt);
      const said = await one.next();
      two.tell(turn, null);
      if (said !== "stopping") return [toDone(said).result, toDone(await two.next()).result];
      return finish(one, two);
    },
    atMoment: async (turn, isFirst, afterMs) => {
      const [stopped, other] = isFirst ? [one, two] : [two, one];
      one.tell(turn, null);
      two.tell(turn, null);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      stopped.child.kill("SIGSTOP");
      return finish(stopped, other);
    },
    actsOf: async (turn) => {
      one.tell(turn, null);
      return toDone(await one.next()).acts;
    },
    end: () => {
      for (const { child } of workers) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
    },
  };
};

type Check = (results: readonly unknown[], turn: number, where: string) => Promise<void> | void;

/**
 * Runs all pairs: CI at steps spread over the act, the long form at each step and then at random moments. `check` gets what both processes answered; `before`
 * runs before each turn.
 */
export const runPairs = async (pair: Pair, check: Check, before: () => Promise<void> = async () => {}): Promise<void> => {
  await before();
  const acts = await pair.actsOf(0);
  const steps = process.env.FAULTS === "long" ? Math.min(acts, PAIRS / 2) : PAIRS;
  let random = 17;
  for (let turn = 1; turn <= PAIRS; turn++) {
    await before();
    if (turn <= steps) {
      const step = Math.max(Math.ceil((turn * acts) / steps), 1);
      await check(await pair.atStep(turn, step), turn, `stopped at step ${step} of ${acts}`);
    } else {
      random = (random * 48_271) % 2_147_483_647;
      const afterMs = (random % 400) / 10;
      await check(await pair.atMoment(turn, random % 2 === 0, afterMs), turn, `stopped after ${afterMs} ms`);
    }
  }
};
