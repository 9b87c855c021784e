import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type CatalogEntry, manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, stdioDoor } from "./doors.ts";

const entry = (id: string): CatalogEntry => manifest.find((candidate) => candidate.id === id) as CatalogEntry;
const WEBINAR = "82834512568";

const DOORS: readonly [name: string, open: (more: (home: string) => Record<string, string>) => Promise<Door>][] = [
  ["cli", cliDoor],
  ["mcp-stdio", (more) => stdioDoor("2026-07-28", more)],
  ["mcp-http", (more) => httpDoor("2026-07-28", more)],
];

describe("the log file and the audit file", () => {
  it.each(DOORS)(
    "of %s have one line for each request, and one before and one after each write, 0600, without addresses and secrets",
    async (name, open) => {
      let home = "";
      const door = await open((folder) => {
        home = folder;
        return { ZOOM_WEBINAR_LOG_FILE: join(folder, "log.jsonl"), ZOOM_WEBINAR_AUDIT_FILE: join(folder, "audit.jsonl") };
      });
      try {
        await door.call(entry("webinars.get"), { webinar_id: WEBINAR });
        await door.call(entry("registrants.add"), { webinar_id: WEBINAR, email: "nova@example.com", first_name: "Nova" });
        await door.call(entry("webinars.delete"), { webinar_id: "99999999999" });
        const read = async (file: string) => {
          const path = join(home, file);
          const text = await readFile(path, "utf8");
          expect((await stat(path)).mode & 0o777).toBe(0o600);
          expect(text).not.toMatch(/@example|Nova|demo-secret|https:/);
          return text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as Record<string, unknown>);
        };
        const requests = door.emulator.requests().filter(({ path }) => path.startsWith("/v2/"));
        const logged = await read("log.jsonl");
        expect(logged.map(({ event, door: said, endpoint }) => [event, said, endpoint])).toEqual(
          requests.map(({ endpoint }) => ["zoom", name, endpoint]),
        );
        expect(await read("audit.jsonl")).toMatchObject([
          { event: "write_begins", door: name, operation: "registrants.add", targets: { webinar_id: [WEBINAR] } },
          {
            door: name,
            principal: expect.any(String),
            operation: "registrants.add",
            targets: { webinar_id: [WEBINAR] },
            outcome: "done",
            code: null,
          },
          { event: "write_begins", operation: "webinars.delete", targets: { webinar_id: ["99999999999"] } },
          { door: name, operation: "webinars.delete", targets: { webinar_id: ["99999999999"] }, outcome: "refused", code: "not_found" },
        ]);
      } finally {
        await door.close();
      }
    },
  );
});
