import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createWebinarInteractive } from "./create-interactive.ts";

const base = { topic: "Tides", start_time: "2027-03-15T10:00" };

it.each([
  ["2", OTHER_HOST],
  ["first", HOST],
  [HOST, HOST],
  ["grace example", OTHER_HOST],
])("takes %s for the host %s, and reads the time in their zone", async (user_selection, email) => {
  const { run, seen } = emulated();
  const { host, webinar, starts } = await run(createWebinarInteractive, { ...base, user_selection, full: true });
  expect(host.email).toBe(email);
  expect(webinar).toMatchObject({ host_email: email, topic: "Tides" });
  expect(starts).toMatchObject({ zone_from: "host profile", timezone: email === HOST ? "Europe/Berlin" : "America/New_York" });
  expect(seen().at(-1)).toMatchObject({ method: "POST", path: `/v2/users/${host.id}/webinars` });
});

it("lists everybody who fits, or all who may host if nobody was named, and creates nothing", async () => {
  const { refusal, seen } = emulated();
  for (const [user_selection, others] of [
    ["example", [{ number: 2 }, { number: 3 }]],
    [undefined, [{ number: 2 }]],
  ] as const) {
    expect(await refusal(createWebinarInteractive, { ...base, user_selection })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "user_selection" }],
      details: { candidates: [{ number: 1, email: HOST }, ...others] },
    });
  }
  expect(seen().every(({ method }) => method === "GET")).toBe(true);
});
