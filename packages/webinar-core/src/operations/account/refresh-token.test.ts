import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getTokenStatus } from "./get-token-status.ts";
import { refreshToken } from "./refresh-token.ts";

it("asks for a new token although the old one is good", async () => {
  const { run, clock } = emulated();
  expect(await run(refreshToken, {})).toMatchObject({ state: "valid", minutes_left: 60 });
  clock.advance(30 * 60_000);
  expect(await run(getTokenStatus, {})).toMatchObject({ minutes_left: 30 });
  expect(await run(refreshToken, {})).toMatchObject({ minutes_left: 60 });
});

it("says what to do if there are no credentials, or a token that others made", async () => {
  expect(await emulated({ session: { credentials: null } }).refusal(refreshToken, {})).toMatchObject({
    code: "auth_missing",
    hint: expect.stringContaining("ZOOM_CLIENT_ID"),
  });
  const brought = emulated({ session: { credentials: { kind: "access-token", accessToken: "canary-token" } } });
  const error = await brought.refusal(refreshToken, {});
  expect(error).toMatchObject({ code: "auth_failed" });
  expect(JSON.stringify(error.toReport())).not.toContain("canary");
});
