import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "@zoom-webinar/testing/given-answers";
import { expect, test } from "vitest";
import { undiciSend } from "./undici-send.ts";

const PICTURE = Buffer.alloc(3_000_000, "GIF89a: a picture ");

test("a file on disk is streamed with its length, and read again if the call is repeated", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-upload-"));
  const seen: { headers: NodeJS.Dict<string | string[]>; bytes: Buffer; pieces: number }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    seen.push({ headers: request.headers, bytes: Buffer.concat(pieces), pieces: pieces.length });
    const isFirst = seen.length === 1;
    response.writeHead(isFirst ? 429 : 201, { "retry-after": "1", "content-type": "application/json" });
    response.end(isFirst ? '{"code":429,"message":"You have reached the maximum per-second rate limit for this API."}' : '{"id":"w1"}');
  }).listen(0, "127.0.0.1");
  const send = undiciSend();
  try {
    await writeFile(join(folder, "stage.png"), PICTURE);
    const { port } = server.address() as AddressInfo;
    const { client } = setUp([], { send, baseUrl: `http://127.0.0.1:${port}/v2` });
    const reply = await client.call("POST /webinars/{webinarId}/branding/wallpaper", {
      path: { webinarId: "95312345678" },
      body: { file: { name: "stage.png", data: await openAsBlob(join(folder, "stage.png")) } },
    });
    expect(reply).toMatchObject({ id: "w1" });
    expect(seen).toHaveLength(2);
    for (const { headers, bytes, pieces } of seen) {
      expect(headers["transfer-encoding"]).toBeUndefined();
      expect(Number(headers["content-length"])).toBe(bytes.length);
      expect(pieces).toBeGreaterThan(10);
      const form = await new Response(bytes, { headers: { "content-type": String(headers["content-type"]) } }).formData();
      const file = form.get("file") as File;
      expect([file.name, file.type]).toEqual(["stage.png", "image/png"]);
      expect(PICTURE.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    }
  } finally {
    await send.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
