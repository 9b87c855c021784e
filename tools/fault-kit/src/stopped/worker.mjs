// One of two processes that share state: `node worker.mjs KIND FOLDER URL`. For each line `{ "turn": 7, "stopAt": 3 }` on stdin it does its act once, and
// stops itself just before its third act on a file (null: not at all). It prints "ready", "stopping" just before it stops, and `{ "result", "acts" }`.

import { promises, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { kinds } from "./kinds.mjs";

const [kind, folder, url] = process.argv.slice(2);

let acts = 0;
let stopAt = null;
const count = () => {
  acts += 1;
  if (acts !== stopAt) return;
  writeSync(1, "stopping\n");
  process.kill(process.pid, "SIGSTOP");
};

const countCalls = (object, names) => {
  for (const name of names) {
    const act = object[name];
    object[name] = (...given) => {
      count();
      return act.apply(object, given);
    };
  }
};
countCalls(promises, ["lstat", "mkdir", "readdir", "readFile", "rename", "rm", "rmdir", "unlink", "utimes"]);
const open = promises.open;
promises.open = async (...given) => {
  count();
  const file = await open(...given);
  countCalls(file, ["writeFile", "sync", "close"]);
  return file;
};

const act = await kinds[kind](folder, url, count);
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const turn = JSON.parse(line);
  acts = 0;
  stopAt = turn.stopAt;
  const result = await act(turn.turn).catch((error) => `failed: ${error.code} ${error.message}`);
  console.log(JSON.stringify({ result, acts }));
}
