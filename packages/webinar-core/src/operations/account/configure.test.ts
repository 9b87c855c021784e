import { expect, it } from "vitest";
import { emulated } from "../../test/emulated.ts";
import { configure } from "./configure.ts";

it("tells what is used, and how an operator sets it", async () => {
  const { run } = emulated({ session: { credentialsFrom: "environment" } });
  expect(await run(configure, {})).toMatchObject({
    profile: null,
    profiles: [],
    credentials_from: "environment",
    how_to: expect.stringContaining("ZOOM_ACCOUNT_ID"),
  });
});

it("T4 takes no secret, and does not repeat one that it was sent", async () => {
  const { refusal } = emulated();
  const error = await refusal(configure, { account_id: "a", client_id: "b", client_secret: "canary-secret" });
  expect(error).toMatchObject({ code: "input_invalid", message: expect.stringContaining("client_secret: unknown field") });
  expect(JSON.stringify(error.toReport())).not.toContain("canary");
  expect(await refusal(configure, { profile: "staging" })).toMatchObject({ code: "not_found", hint: expect.stringContaining("ZOOM_CLIENT_SECRET") });
});
