import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileStore, userFolders } from "@zoom-webinar/auth";
import { fileStore } from "@zoom-webinar/foundation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSession } from "./open-session.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zw-open-"));
});
afterEach(() => rm(folder, { recursive: true }));

const SECRETS = "ZOOM_ACCOUNT_ID=acc-1\nZOOM_CLIENT_ID=client-1\nZOOM_CLIENT_SECRET=canary-secret\n";
const open = (rediscovers?: boolean, env: Record<string, string> = { ZOOM_WEBINAR_HOME: join(folder, "home") }) =>
  openSession({
    env,
    cwd: folder,
    loadEmulator: () => Promise.reject(new Error("not asked for")),
    door: "test",
    warn: () => {},
    rediscovers,
  });

describe("openSession", () => {
  it("finds credentials that were put into .env meanwhile, if the operator lets it look again", async () => {
    const { session, close } = await open(true);
    expect(await session.account.describe()).toMatchObject({ state: "no_credentials" });
    await writeFile(join(folder, ".env"), SECRETS);
    expect(await session.account.rediscover()).toMatchObject({ switched: true, found: { source: ".env", variables: { length: 3 } } });
    expect(await session.account.describe()).toMatchObject({ state: "not_requested", account_id: "acc-1", credentials_from: ".env" });
    await close();
  });

  it("keeps the signed-in profile when a .env with others appears in the working directory", async () => {
    const env = { ZOOM_WEBINAR_HOME: join(folder, "home") };
    const profiles = profileStore(fileStore({ folder: userFolders(env).config }));
    await profiles.put("default", {
      kind: "server-to-server",
      accountId: "acc-own",
      clientId: "own",
      clientSecret: "canary-own-secret",
      createdAt: "2027-01-15T12:00:00Z",
    });
    const { session, close } = await open(true, env);
    await writeFile(join(folder, ".env"), SECRETS);
    expect(await session.account.rediscover()).toMatchObject({ switched: false, leftAlone: true, found: { source: ".env" } });
    expect(await session.account.describe()).toMatchObject({ account_id: "acc-own", credentials_from: "profile default" });
    await close();
  });

  it("keeps what it was opened with by default, as a server with several callers must", async () => {
    const { session, close } = await open();
    await writeFile(join(folder, ".env"), SECRETS);
    expect(await session.account.rediscover()).toEqual({ found: null, switched: false, leftAlone: false });
    expect(await session.account.describe()).toMatchObject({ state: "no_credentials" });
    await close();
  });

  it("writes nothing into the working directory", async () => {
    const { close } = await open();
    await close();
    expect((await readdir(folder)).filter((name) => name !== "home")).toEqual([]);
  });
});
