import { InputError } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { endpoints } from "../generated/endpoints.ts";
import { buildRequest } from "./build.ts";
import { splitInput } from "./split-input.ts";

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x0d, 0x0a, 1, 2, 3]);

test("undefined and the empty page token are left out of the query", async () => {
  const request = await buildRequest(endpoints["GET /webinars/{webinarId}/registrants"], {
    path: { webinarId: "95312345678" },
    query: { status: "approved", occurrence_id: undefined, page_size: 30, next_page_token: "" },
  });
  expect(request).toEqual({ target: "/webinars/95312345678/registrants?status=approved&page_size=30", body: null });
});

test("an empty filter is refused: an empty occurrence_id would delete the whole series", async () => {
  await expect(
    buildRequest(endpoints["DELETE /webinars/{webinarId}"], { path: { webinarId: "95312345678" }, query: { occurrence_id: "" } }),
  ).rejects.toThrow(InputError);
});

test("a JSON body drops undefined at every depth and is an object even when empty", async () => {
  const update = await buildRequest(endpoints["PATCH /webinars/{webinarId}"], {
    path: { webinarId: "95312345678" },
    body: { topic: undefined, settings: { host_video: true, audio: undefined } },
  });
  expect(update.body).toEqual({ contentType: "application/json", content: '{"settings":{"host_video":true}}' });
  const dial = await buildRequest(endpoints["POST /webinars/{webinarId}/sip_dialing"], { path: { webinarId: "95312345678" } });
  expect(dial.body?.content).toBe("{}");
});

test("an id that Zoom wants as a number goes out as one", async () => {
  const build = (webinar_id: string) =>
    buildRequest(endpoints["POST /users/{userId}/webinar_templates"], { path: { userId: "me" }, body: { webinar_id, name: "Plan" } });
  expect((await build("95312345678")).body?.content).toBe('{"webinar_id":95312345678,"name":"Plan"}');
  await expect(build("9007199254740993")).rejects.toThrow(InputError);
  await expect(build("0x10")).rejects.toThrow(InputError);
  await expect(build("abc")).rejects.toThrow(InputError);
});

test.each([
  ["bytes", png],
  ["base64", Buffer.from(png).toString("base64")],
  ["a Blob", new Blob([png])],
])("a file given as %s becomes multipart with its name and kind", async (_, data) => {
  const { body } = await buildRequest(endpoints["POST /webinars/{webinarId}/branding/virtual_backgrounds"], {
    path: { webinarId: "95312345678" },
    body: { file: { name: 'stage "1".PNG', data }, default: true, set_default_for_all_panelists: undefined },
  });
  const form = await new Response(body?.content, { headers: { "content-type": body?.contentType ?? "" } }).formData();
  const file = form.get("file");
  if (!(file instanceof File)) throw new Error("no file");
  expect([file.name, file.type, form.get("default"), form.has("set_default_for_all_panelists")]).toEqual([
    'stage "1".PNG',
    "image/png",
    "true",
    false,
  ]);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
});

test("empty and oversized files are refused before anything is sent", async () => {
  const upload = (data: Uint8Array) =>
    buildRequest(endpoints["POST /webinars/{webinarId}/branding/wallpaper"], {
      path: { webinarId: "95312345678" },
      body: { file: { name: "a.png", data } },
    });
  await expect(upload(new Uint8Array())).rejects.toThrow("empty");
  await expect(upload(new Uint8Array(15 * 1024 * 1024 + 1))).rejects.toThrow("15 MB");
});

test("splitInput puts every field where the endpoint has it", () => {
  expect(splitInput("PATCH /webinars/{webinarId}", { webinar_id: "1", occurrence_id: "2", topic: "New", agenda: undefined })).toEqual({
    path: { webinarId: "1" },
    query: { occurrence_id: "2" },
    body: { topic: "New" },
  });
  expect(splitInput("GET /tracking_fields", {})).toEqual({});
});

test("splitInput refuses what the endpoint does not have, also names of Object's own", () => {
  for (const key of ["pagesize", "constructor", "toString", "__proto__"]) {
    const input = Object.fromEntries([
      ["user_id", "me"],
      [key, "x"],
    ]);
    // @ts-expect-error: such input cannot be written, only made up
    expect(() => splitInput("GET /users/{userId}", input), key).toThrow(InputError);
  }
});
