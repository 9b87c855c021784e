import { type CatalogEntry, manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, libraryDoor, stdioDoor } from "./doors.ts";
import { type HeldZoom, heldZoom } from "./held-zoom.ts";

const entry = (id: string): CatalogEntry => manifest.find((candidate) => candidate.id === id) as CatalogEntry;

type Open = (more: () => Record<string, string>) => Promise<Door>;
const DOORS: readonly [name: string, open: Open][] = [
  ["library", libraryDoor],
  ["cli", cliDoor],
  ["stdio", (more) => stdioDoor("2026-07-28", more)],
  ["http", (more) => httpDoor("2026-07-28", more)],
];

const through = async (open: Open, work: (door: Door, zoom: HeldZoom) => Promise<void>): Promise<void> => {
  const zoom = await heldZoom();
  const door = await open(() => zoom.env);
  try {
    await work(door, zoom);
  } finally {
    await door.close();
    zoom.close();
  }
};

const REGISTRANTS = { webinar_id: "95312345678" };
const SCOPE = "webinar:read:list_registrants:admin";

describe.each(DOORS)("%s, on an account that refuses", (_name, open) => {
  it("every token: asks the API exactly twice, with two tokens, and says that the credentials are refused", () =>
    through(open, async (door, zoom) => {
      zoom.always(401, { code: 124, message: "Invalid access token." });
      expect(await door.call(entry("webinars.get"), REGISTRANTS)).toMatchObject({ error: { code: "auth_failed" } });
      expect(zoom.counts()).toEqual({ api: 2, tokens: 2 });
    }));

  it("for a missing scope: names exactly that one, from Zoom's answer or from the token's scopes", () =>
    through(open, async (door, zoom) => {
      zoom.always(400, { code: 4711, message: `Invalid access token, does not contain scopes:[${SCOPE}].` });
      const said = await door.call(entry("registrants.list"), REGISTRANTS);
      expect(said).toMatchObject({ error: { code: "scope_missing", hint: expect.stringContaining(SCOPE) } });
      expect(zoom.counts()).toEqual({ api: 1, tokens: 1 });
      zoom.grant(["webinar:read:webinar:admin"]);
      await door.call(entry("account.refreshToken"), {});
      const known = await door.call(entry("registrants.list"), REGISTRANTS);
      expect(known).toMatchObject({ error: { code: "scope_missing", hint: expect.stringContaining(SCOPE) } });
      expect(zoom.counts().api).toBe(1);
    }));
});
