import { expect, test } from "vitest";
import { askToken } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";

test("by switch the dashboards refuse with HTTP 300, as the reference of 2021 has it", async () => {
  const { emulator, past } = await probeWorld(
    (_, state) => {
      for (const user of state.users) user.off.push("permission");
    },
    { switches: { metricsRefusal: 300 } },
  );
  const { access_token } = (await askToken(emulator)).body;
  // past the contract check: our document lists no status 300, since no HTTP client treats it as a refusal
  const get = (path: string) =>
    emulator.send({ method: "GET", url: `https://api.zoom.us/v2/metrics/webinars${path}`, headers: { authorization: `Bearer ${access_token}` } });
  const answers = [await get("?from=2027-01-01&to=2027-01-31&next_page_token=x.y"), await get(`/${past.id}?type=past`)];
  expect(answers.map(({ status, text }) => [status, JSON.parse(text).code])).toEqual([
    [300, 200],
    [300, 200],
  ]);
});
