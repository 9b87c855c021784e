import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileStore } from "@zoom-webinar/auth";
import { fileStore } from "@zoom-webinar/foundation";
import { type DrippingServer, dripping } from "@zoom-webinar/testing/dripping-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { doctor } from "../doctor/doctor.ts";
import { manifest } from "../generated/manifest.ts";
import { refreshToken } from "../operations/account/refresh-token.ts";
import { runOperation } from "../run.ts";
import type { SessionOptions } from "./options.ts";
import { createSession } from "./session.ts";

const DEADLINE_MS = 150;
const LATE = {
  code: "zoom_unavailable",
  message: expect.stringMatching(/^Zoom's sign-in service \(127\.0\.0\.1:\d+\) did not answer within 0\.15 s/),
};
const APP = { accountId: "acc-1", clientId: "client-1", clientSecret: "canary-secret" };
const PERSON = {
  kind: "user" as const,
  clientId: "client-1",
  signInId: "s1",
  refreshToken: "canary-refresh-0",
  user: null,
  createdAt: "2027-01-15T12:00:00Z",
};

let zoom: DrippingServer;
let folder: string;
const closers: (() => Promise<void>)[] = [];
beforeEach(async () => {
  zoom = await dripping();
  folder = await mkdtemp(join(tmpdir(), "zw-drip-"));
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await zoom.close();
  await rm(folder, { recursive: true });
});

/** Each is a process of its own as far as tokens go: they share nothing but the files. */
const open = (options: SessionOptions = {}) => {
  const session = createSession({
    credentials: APP,
    oauthBaseUrl: zoom.url,
    apiBaseUrl: `${zoom.url}/v2`,
    store: fileStore({ folder: join(folder, "state") }),
    tokenDeadlineMs: DEADLINE_MS,
    ...options,
  });
  closers.push(() => session.close());
  return session;
};
const person = async () => {
  const profiles = profileStore(fileStore({ folder: join(folder, "config") }));
  await profiles.put("default", PERSON);
  return { ...PERSON, keeper: profiles.keeperOf("default", PERSON.signInId) };
};

describe("a sign-in service that answers a byte at a time", () => {
  it("ends refresh_token with an error that names it, and gives the socket back", async () => {
    await expect(runOperation(refreshToken, {}, open())).rejects.toMatchObject(LATE);
    await zoom.released();
  });

  it("ends the renewal of a person's sign-in, and frees its lock", async () => {
    const credentials = await person();
    await expect(open({ credentials }).account.refresh()).rejects.toMatchObject(LATE);
    await zoom.released();
    expect(await credentials.keeper.lock(async () => "free", { waitMs: 0 })).toBe("free");
  });

  it("ends doctor with a finding that names it", async () => {
    const { findings } = await doctor(open(), manifest, {});
    expect(findings.find(({ check }) => check === "token")).toMatchObject({ severity: "error", message: expect.stringContaining("sign-in service") });
    await zoom.released();
  });

  it("lets the other processes of the machine sign in as soon as it has recovered", async () => {
    for (const credentials of [APP, await person()]) {
      zoom.heal(null);
      const before = zoom.requests();
      const stuck = expect(open({ credentials }).account.refresh()).rejects.toMatchObject(LATE);
      while (zoom.requests() === before) await new Promise((resolve) => setImmediate(resolve));
      const waiting = open({ credentials }).account.refresh();
      zoom.heal({ access_token: "canary-access-1", refresh_token: "canary-refresh-1", expires_in: 3600 });
      expect(await waiting).toMatchObject({ state: "valid" });
      await stuck;
    }
  });

  it("does not end a call for a token that comes in time", async () => {
    zoom.heal({ access_token: "canary-access-1", expires_in: 3600 });
    expect(await open({ tokenDeadlineMs: 60_000 }).account.refresh()).toMatchObject({ state: "valid" });
  });
});

it("names the sign-in service if a whole call runs out of time before there is a token", async () => {
  const session = open({ tokenDeadlineMs: 3 * DEADLINE_MS });
  await expect(session.zoom.call("GET /users", {}, { deadlineMs: DEADLINE_MS })).rejects.toMatchObject({
    code: "zoom_unavailable",
    sent: "not-sent",
    message: expect.stringContaining("Zoom's sign-in service"),
  });
});
