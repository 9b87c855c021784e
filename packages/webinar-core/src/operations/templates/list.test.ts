import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTemplate } from "./create.ts";
import { listTemplates } from "./list.ts";

it("lists the templates of a host", async () => {
  const { run, seen } = emulated();
  const { id } = await run(createTemplate, { user_id: HOST, webinar_id: UPCOMING, name: "Tour" });
  seen();
  const list = await run(listTemplates, { user_id: HOST });
  expect(seen()).toMatchObject([{ method: "GET", path: "/v2/users/ada%40example.com/webinar_templates" }]);
  expect(list.templates).toContainEqual({ id, name: "Tour", type: 1 });
});

it("says when there is no such host, and when a host has no webinar licence", async () => {
  const { refusal } = emulated();
  expect(await refusal(listTemplates, { user_id: "nobody@example.com" })).toMatchObject({ code: "not_found" });
  expect(await refusal(listTemplates, { user_id: "linus@example.com" })).toMatchObject({ code: "plan_missing" });
});
