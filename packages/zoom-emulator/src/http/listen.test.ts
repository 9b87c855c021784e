import { mkdtemp, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createEmulator, openStoredEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";
import { asObject, asText, type JsonObject } from "./json.ts";

const open: Emulator[] = [];
const keep = <T extends Emulator>(emulator: T): T => {
  open.push(emulator);
  return emulator;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

const fieldsOf = async (answer: Response): Promise<JsonObject> => asObject(await answer.json());

const signIn = async (url: string) => {
  const headers = { authorization: `Basic ${btoa("any:thing")}` };
  const body = new URLSearchParams({ grant_type: "account_credentials", account_id: "any" });
  const { access_token, api_url } = await fieldsOf(await fetch(`${url}/oauth/token`, { method: "POST", headers, body }));
  return { authorization: `Bearer ${asText(access_token)}`, apiUrl: asText(api_url) ?? "" };
};

test("serves API, OAuth and controls on one port, and names itself as the API's address", async () => {
  const emulator = keep(createEmulator());
  const { url, port } = await emulator.listen();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  const { authorization, apiUrl } = await signIn(url);
  expect(apiUrl).toBe(url);
  const users = await fetch(`${apiUrl}/v2/users`, { headers: { authorization } });
  expect((await fieldsOf(users)).users).toHaveLength(3);
  expect(users.headers.get("x-ratelimit-category")).toBe("Medium");
  expect((await fieldsOf(await fetch(`${url}/emulator/state`))).users).toHaveLength(3);
});

test("a UUID encoded twice arrives as it was sent", async () => {
  const emulator = keep(createEmulator());
  const { url } = await emulator.listen();
  const { authorization } = await signIn(url);
  const uuid = (await emulator.state.webinars())[1]?.instances[0]?.uuid ?? "";
  const answer = await fetch(`${url}/v2/webinars/${encodeURIComponent(encodeURIComponent(uuid))}`, {
    headers: { authorization },
  });
  expect((await fieldsOf(answer)).uuid).toBe(uuid);
});

test("answers 204 without body, and 405 to verbs that nobody has", async () => {
  const emulator = keep(createEmulator());
  const { url, port } = await emulator.listen();
  const reset = await fetch(`${url}/emulator/reset`, { method: "POST" });
  expect([reset.status, await reset.text()]).toEqual([204, ""]);
  const status = await new Promise((resolve) =>
    request({ port, host: "127.0.0.1", method: "OPTIONS" }, (reply) => resolve(reply.resume().statusCode)).end(),
  );
  expect(status).toBe(405);
});

test("a planned break closes the connection without an answer", async () => {
  const emulator = keep(createEmulator());
  const { url } = await emulator.listen();
  emulator.controls.addFault({ kind: "reset" });
  await expect(fetch(`${url}/v2/users`)).rejects.toThrow();
  expect((await fetch(`${url}/v2/users`)).status).toBe(401);
});

test("a damaged state file is explained in words, not by a broken connection", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
  const emulator = keep(await openStoredEmulator({ folder }));
  const { url } = await emulator.listen();
  await writeFile(join(folder, "zoom-emulator.json"), "{ torn");
  const answer = await fetch(`${url}/v2/users`);
  expect(answer.status).toBe(500);
  expect((await fieldsOf(answer)).message).toMatch(/cannot be read.*Move the file away/);
});

test("an occupied port is an error; a closed emulator frees it", async () => {
  const first = keep(createEmulator());
  const { port } = await first.listen();
  const second = keep(createEmulator());
  await expect(second.listen({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
  await second.listen({ port });
});
