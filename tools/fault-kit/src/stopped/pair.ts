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

const toDone = (line: string): Done => JSON.parse(line) as Done;

/** Two processes that share a folder, the first of which is stopped on its way and goes on when the second is done. */
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
      const second = toDone(await two.next());
      one.child.kill("SIGCONT");
      return [toDone(await one.next()).result, second.result];
    },
    atMoment: async (turn, isFirst, afterMs) => {
      const [stopped, other] = isFirst ? [one, two] : [two, one];
      one.tell(turn, null);
      two.tell(turn, null);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      stopped.child.kill("SIGSTOP");
      const second = toDone(await other.next());
      stopped.child.kill("SIGCONT");
      return [toDone(await stopped.next()).result, second.result];
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

/** Runs all pairs: CI at steps spread over the act, the long form each step and then random moments. `check` gets what both processes answered. */
export const runPairs = async (pair: Pair, check: (results: readonly unknown[], turn: number, where: string) => Promise<void> | void): Promise<void> => {
  const acts = await pair.actsOf(0);
  const steps = process.env.FAULTS === "long" ? Math.min(acts, PAIRS / 2) : PAIRS;
  let random = 17;
  for (let turn = 1; turn <= PAIRS; turn++) {
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
