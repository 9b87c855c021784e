import type { Credentials } from "@zoom-webinar/auth";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { configure } from "./configure.ts";

const credentials: Credentials = { accountId: "acc-prod", clientId: "client-prod", clientSecret: "canary-secret-3" };
const find = async (name: string) => ({ credentials, source: `profile ${name}`, profile: name, variables: [] });
const profiles = { allowed: ["prod", "test"], find };

it("tells what is used, and how an operator sets it", async () => {
  const { run } = emulated({ session: { credentialsFrom: "environment" } });
  expect(await run(configure, {})).toMatchObject({
    profile: null,
    profiles: [],
    credentials_from: "environment",
    how_to: expect.stringContaining("ZOOM_ACCOUNT_ID"),
  });
});

it("goes on with another profile that the operator allowed, and answers nothing secret", async () => {
  const { run } = emulated({ session: { profile: "test", credentialsFrom: "profile test", profiles } });
  const answer = await run(configure, { profile_name: "prod" });
  expect(answer).toMatchObject({ profile: "prod", profiles: ["prod", "test"], credentials_from: "profile prod", account_id: "acc-prod" });
  expect(JSON.stringify(answer)).not.toMatch(/canary|client-prod/);
});

it("asks before it goes on with another profile, and not if it only tells", async () => {
  const { run, refusal } = emulated({ session: { safety: "confirm", profiles } });
  await run(configure, {});
  const asked = await refusal(configure, { profile_name: "prod" });
  expect(asked).toMatchObject({ code: "confirmation_required", message: expect.stringContaining('profile "prod"') });
  expect((await run(configure, {})).profile).toBeNull();
  await run(configure, { profile_name: "prod" }, { confirmToken: asked.details.confirm_token as string });
  expect((await run(configure, {})).profile).toBe("prod");
});

it("asks in a read-only session as well, which reads another account's people otherwise", async () => {
  const { run, refusal } = emulated({ session: { safety: "read-only", profiles } });
  expect((await run(configure, {})).profile).toBeNull();
  const asked = await refusal(configure, { profile_name: "prod" });
  expect(asked).toMatchObject({ code: "confirmation_required" });
  expect((await run(configure, {})).profile).toBeNull();
  await run(configure, { profile_name: "prod" }, { confirmToken: asked.details.confirm_token as string });
  expect((await run(configure, {})).profile).toBe("prod");
});

it.each(["confirm", "trusted", "read-only"] as const)(
  "never switches if the operator named no profile, or another, and asks nobody about it (%s)",
  async (safety) => {
    const refused = { code: "not_allowed", hint: expect.stringContaining("--profiles") };
    expect(await emulated({ session: { safety } }).refusal(configure, { profile_name: "prod" })).toMatchObject(refused);
    expect(await emulated({ session: { safety, profiles } }).refusal(configure, { profile_name: "other" })).toMatchObject(refused);
  },
);

it("takes no secret, and does not repeat one that it was sent", async () => {
  const { refusal } = emulated();
  const error = await refusal(configure, { account_id: "a", client_id: "b", client_secret: "canary-secret" });
  expect(error).toMatchObject({ code: "input_invalid", message: expect.stringContaining("client_secret: unknown field") });
  expect(JSON.stringify(error.toReport())).not.toContain("canary");
});
