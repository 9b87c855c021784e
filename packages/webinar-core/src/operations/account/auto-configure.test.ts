import type { Credentials } from "@zoom-webinar/auth";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { autoConfigure } from "./auto-configure.ts";

const credentials: Credentials = { accountId: "acc-2", clientId: "client-2", clientSecret: "canary-secret-2" };

it("reports where the credentials come from, and keeps them if the server must", async () => {
  const { run } = emulated({ session: { credentialsFrom: "environment" } });
  expect(await run(autoConfigure, {})).toMatchObject({
    configured: true,
    credentials_from: "environment",
    looked_again: false,
    switched: false,
    next_step: null,
  });
});

it("goes on with credentials that are there now, naming variables, never values", async () => {
  const rediscover = async () => ({ credentials, source: ".env", variables: ["ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"] });
  const { run } = emulated({ session: { credentials: null, rediscover } });
  const answer = await run(autoConfigure, {});
  expect(answer).toMatchObject({
    configured: true,
    credentials_from: ".env",
    account_id: "acc-2",
    looked_again: true,
    switched: true,
    variables: { length: 3 },
  });
  expect(JSON.stringify(answer)).not.toMatch(/canary|client-2/);
});

it("names other credentials that it found and leaves alone, also in a read-only session", async () => {
  const rediscover = async () => ({ credentials, source: ".env", variables: [] });
  for (const safety of ["read-only", "confirm", "trusted"] as const) {
    const { run } = emulated({ session: { safety, credentialsFrom: "profile default", rediscover } });
    const answer = await run(autoConfigure, {});
    expect(answer).toMatchObject({ credentials_from: "profile default", account_id: "demo-account", switched: false, left_alone: ".env" });
    expect(answer.next_step).toContain("configure_zoom");
  }
});

it("says what to set if nothing was found, and takes no input", async () => {
  const { run, refusal } = emulated({ session: { credentials: null } });
  expect(await run(autoConfigure, {})).toMatchObject({ configured: false, next_step: expect.stringContaining("ZOOM_CLIENT_SECRET") });
  expect(await refusal(autoConfigure, { path: "/etc" })).toMatchObject({ code: "input_invalid" });
});
