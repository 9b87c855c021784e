import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { connect } from "./connect.ts";

const open = async (safety: "read-only" | "confirm" | "trusted" | undefined, env: Readonly<Record<string, string>>) => {
  const { emulator, clock } = emulated();
  const zoom = await connect({ send: emulator.send, clock, credentials: DEMO_CREDENTIALS, env, safety, pace: false });
  return { zoom, emulator };
};
const SAFETIES = ["read-only", "confirm", "trusted", undefined] as const;

it("a program without credentials is told the ways in that a program has", async () => {
  const { emulator } = emulated();
  const zoom = await connect({ send: emulator.send, env: {} });
  for (const call of [() => zoom.users.list({}), () => zoom.account.refreshToken({})]) {
    const error = await call().catch((cause: { code: string; hint: string }) => cause);
    expect(error).toMatchObject({ code: "auth_missing", hint: expect.stringMatching(/^Pass credentials to connect, or set ZOOM_ACCOUNT_ID/) });
    expect(JSON.stringify(error)).not.toContain("--emulator");
  }
});

describe("how much a program's connection may do", () => {
  it.each(SAFETIES.flatMap((option) => SAFETIES.map((variable) => [option, variable] as const)))(
    "option %s, variable %s: read-only counts wherever it is set, else the option, else trusted",
    async (option, variable) => {
      const { zoom, emulator } = await open(option, variable === undefined ? {} : { ZOOM_WEBINAR_SAFETY: variable });
      const expected = [option, variable].includes("read-only") ? "read-only" : (option ?? "trusted");
      expect(zoom.session.safety).toBe(expected);
      if (expected !== "read-only") return;
      await expect(zoom.webinars.update({ webinar_id: UPCOMING, topic: "Other" })).rejects.toMatchObject({ code: "not_allowed" });
      await expect(zoom.call("DELETE /webinars/{webinarId}", { path: { webinarId: UPCOMING } })).rejects.toMatchObject({ code: "not_allowed" });
      expect(emulator.requests().filter(({ method, path }) => method !== "GET" && !path.includes("/oauth/"))).toEqual([]);
    },
  );

  it("a word in the variable that is not one of the three is refused: a slip must not make a session write", async () => {
    for (const word of ["readonly", " read-only", "READ-ONLY"])
      await expect(open("trusted", { ZOOM_WEBINAR_SAFETY: word })).rejects.toThrow(
        /ZOOM_WEBINAR_SAFETY: expected one of read-only, confirm, trusted/,
      );
    expect((await open(undefined, { ZOOM_WEBINAR_SAFETY: "" })).zoom.session.safety).toBe("trusted");
  });
});
