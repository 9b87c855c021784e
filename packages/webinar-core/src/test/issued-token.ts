import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";

/** What every operation does whose whole answer is a token of the host's, asked for at `path` below the webinar. */
export const testIssuedToken = (operation: AnyOperation, path: string): void => {
  it("issues a token in a session that reveals the host's secrets", async () => {
    const { run, seen } = emulated({ session: { reveal: "host" } });
    const answer = await run(operation, { webinar_id: UPCOMING });
    expect(answer).toEqual({ token: expect.any(String), expire_in: 120 });
    expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/${path}` }]);
    expect(operation.describe(answer, { webinar_id: UPCOMING })).not.toContain(String((answer as { token: string }).token));
  });

  it("is refused in any other session, before Zoom is asked", async () => {
    const { refusal, seen } = emulated();
    expect(await refusal(operation, { webinar_id: UPCOMING })).toMatchObject({
      code: "not_allowed",
      hint: expect.stringContaining("--reveal host"),
    });
    expect(seen()).toEqual([]);
  });

  it("says when there is no such webinar", async () => {
    expect(await emulated({ session: { reveal: "host" } }).refusal(operation, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
  });
};
