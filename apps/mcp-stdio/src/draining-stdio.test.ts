import { PassThrough, Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { drainingStdio } from "./draining-stdio.ts";

it("keeps its answers for a reader that is slow, and Node warns of no leak", async () => {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  let isSlow = true;
  const stdout = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      written.push(chunk);
      if (isSlow) waiting.push(done);
      else done();
    },
  });
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on("warning", onWarning);
  const { transport } = drainingStdio({ stdin: new PassThrough(), stdout, graceMs: 10 });
  await transport.start();
  const sent = Promise.all(Array.from({ length: 50 }, (_, id) => transport.send({ jsonrpc: "2.0", id, result: {} })));
  await turn();
  isSlow = false;
  for (const done of waiting) done();
  await sent;
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
  expect(written.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(Array.from({ length: 50 }, (_, id) => id));
  await transport.close();
});
