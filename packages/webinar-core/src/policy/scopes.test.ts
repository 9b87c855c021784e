import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { listRegistrants } from "../operations/registrants/list.ts";
import { listUsers } from "../operations/users/list.ts";
import { selectUserOperation } from "../operations/users/select.ts";
import { getWebinar } from "../operations/webinars/get.ts";
import { missingScope } from "./scopes.ts";

describe("scopes before an operation", () => {
  it("refuses what the token surely lacks, without asking Zoom, and names the scope of the app's kind", async () => {
    const { run, refusal, seen } = emulated({ scopes: ["webinar:read:webinar:admin"] });
    await run(getWebinar, { webinar_id: UPCOMING });
    seen();
    const error = await refusal(listRegistrants, { webinar_id: UPCOMING });
    expect(error).toMatchObject({
      code: "scope_missing",
      details: { scopes: ["webinar:read:list_registrants", "webinar:read:list_registrants:admin"] },
    });
    expect(error.hint).toContain("refreshToken");
    expect(seen()).toEqual([]);
  });

  it("leaves to Zoom what may be allowed: another of the endpoints, scopes with and without admin, scopes that are not known", async () => {
    expect(await missingScope(selectUserOperation, ["user:read:user:admin"])).toBeNull();
    expect(await missingScope(listUsers, ["user:read:list_users:master"])).toBeNull();
    expect(await missingScope(listRegistrants, ["webinar:read"])).toBeNull();
    expect(await missingScope(listRegistrants, null)).toBeNull();
    expect(await missingScope(listRegistrants, ["webinar:write"])).toMatchObject({ scopes: ["webinar:read:admin", "webinar:read"] });
  });
});
