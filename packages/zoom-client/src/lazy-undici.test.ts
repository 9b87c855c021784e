import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** What was built, in a process of its own: undici is CommonJS, so Node's own table of modules says whether it was loaded. */
const CHILD = `
  import Module from "node:module";
  const { createClient, undiciSend } = await import(process.argv[1]);
  const loaded = () => Object.keys(Module._cache).some((file) => /[\\\\/]undici[\\\\/]/.test(file));
  const said = [loaded()];
  const token = { value: "t", apiUrl: null, expiresAtMs: Infinity, scopes: null };
  const send = undiciSend({ connectTimeoutMs: 500 });
  const client = createClient({ tokens: { get: async () => token, renew: async () => token }, send, baseUrl: "http://127.0.0.1:1/v2" });
  said.push(loaded());
  await client.call("GET /users", {}, { deadlineMs: 300 }).catch(() => {});
  said.push(loaded());
  await send.close();
  console.log(JSON.stringify(said));
`;

test("undici is loaded when a request is made, not before", async () => {
  const entry = new URL("../dist/index.js", import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", CHILD, entry]);
  expect(JSON.parse(stdout)).toEqual([false, false, true]);
});
