import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript, as the scripts need it
import { faultsOf, instructionsOf, lastStage } from "./dockerfile.mjs";

const ROOT = resolve(import.meta.dirname, "../../..");
const FILES = ["apps/mcp-http/Dockerfile", "packages/zoom-emulator/Dockerfile"] as const;
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

interface Instruction {
  name: string;
  value: string;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-image-"));
});
afterEach(async () => {
  if (child !== undefined && child.exitCode === null) {
    child.kill();
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

describe.each(FILES)("%s", (file) => {
  it("keeps the rules", () => {
    expect(faultsOf(read(file))).toEqual([]);
  });

  /** Health is asked on a port of its own if the variables name one, as docs/http.md shows. */
  const places = file.includes("mcp-http") ? ["its port", "an admin port"] : ["its port"];
  it.each(places)(
    "has commands that run in a bare folder which holds only what it copies, and a health check on %s",
    async (place) => {
      const all: Instruction[] = instructionsOf(read(file));
      const stage: Instruction[] = lastStage(all);
      const lineOf = (name: string) => stage.findLast((instruction) => instruction.name === name)?.value ?? "";
      const app = join(folder, "app");
      mkdirSync(app);
      // COPY --from=build /source/a /source/b ./
      for (const { name, value } of stage) {
        if (name !== "COPY") continue;
        const [, ...paths] = value.split(/\s+/);
        const target = paths.pop() ?? "";
        for (const path of paths) {
          const source = path.replace("/source/", "");
          cpSync(join(ROOT, source), target === "./" ? join(app, source.split("/").at(-1) ?? "") : join(app, target), { recursive: true });
        }
      }
      const port = await freePort();
      const ports = (word: string) => word.replaceAll(/\b(3000|4646)\b/g, String(port)).replace(/^0\.0\.0\.0$/, "127.0.0.1");
      const tokens = join(folder, "tokens");
      const digest = createHash("sha256").update("a token").digest("hex");
      writeFileSync(tokens, `somebody ${digest} webinars:read\n`, { mode: 0o600 });
      const words = [...JSON.parse(lineOf("ENTRYPOINT")), ...JSON.parse(lineOf("CMD") || "[]")].map((word: string) =>
        ports(word.replace("/run/secrets/tokens", tokens)),
      );
      const state = join(folder, "state");
      mkdirSync(state, { mode: 0o700 });
      const admin = place === "its port" ? {} : { ZOOM_WEBINAR_ADMIN_PORT: String(await freePort()) };
      const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production", ZOOM_WEBINAR_HOME: state, ...admin };
      const check = JSON.parse(lineOf("HEALTHCHECK").replace(/^.* CMD /, "")).map(ports) as string[];
      const isHealthy = async (): Promise<boolean> => {
        const probe = spawn(check[0] ?? "", check.slice(1), { env, cwd: app, stdio: "ignore" });
        const [code] = await once(probe, "exit");
        return code === 0;
      };
      expect(await isHealthy()).toBe(false);
      let said = "";
      child = spawn(words[0] ?? "", words.slice(1), { cwd: app, env, stdio: ["ignore", "pipe", "pipe"] });
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += String(part)));
      let isUp = false;
      while (!isUp && child.exitCode === null) isUp = await isHealthy();
      expect([isUp, isUp ? "" : said]).toEqual([true, ""]);
    },
    90_000,
  );
});

describe("a Dockerfile at fault", () => {
  const good = read(FILES[0]);
  it.each([
    [/node:24\.\d+\.\d+/g, "node:24", "is not one exact version"],
    [/^USER node$/m, "USER root", "it runs as root"],
    [/^USER node$/m, "", "it runs as root"],
    [/^HEALTHCHECK.*$/m, "", "no health check"],
    [/^ENTRYPOINT.*$/m, "ENTRYPOINT node dist/main.js", "needs a shell"],
    [/--read-only /, "", "read-only"],
    [/^VOLUME.*$/m, "", "no volume"],
    [/^WORKDIR \/app$/m, "WORKDIR /app\nENV ZOOM_CLIENT_SECRET=x", "a secret"],
    [/ \/source\/LICENSE/, "", "no LICENSE"],
  ] as const)("%s → %j: %s", (pattern, text, fault) => {
    const changed = good.replace(pattern, text);
    expect(changed).not.toBe(good);
    expect(faultsOf(changed)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });
});
