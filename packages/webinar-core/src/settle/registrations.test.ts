import { isZoomWebinarError, memoryStore, UnavailableError } from "@zoom-webinar/foundation";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { lossy, seeded } from "@zoom-webinar/testing/lossy";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { addRegistrant } from "../operations/registrants/add.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";

/** CI takes the short form; FAULTS=long asks for 2,000 registrations. */
const ASKED = process.env.FAULTS === "long" ? 2000 : 100;
const WEBINARS = 20;

const CASES = (["same", "remail", "error"] as const).flatMap((duplicateRegistrant) =>
  (["distinct", "identical"] as const).flatMap((people) => [0, 5000].map((listLagMs) => [people, duplicateRegistrant, listLagMs] as const)),
);

test.each(CASES)(
  "registering %s people, half of the calls applied but not answered, duplicateRegistrant %s, lists %i ms late: each once, mailed once",
  async (people, duplicateRegistrant, listLagMs) => {
    const { emulator, clock } = emulated({ world: "empty", rateLimits: false, switches: { duplicateRegistrant, listLagMs } });
    const random = seeded(7);
    const send = lossy(emulator.send, ({ method, url }) => (method === "POST" && url.endsWith("/registrants") && random() < 0.5 ? "applied" : null));
    const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: false });
    const create = () =>
      runOperation(createWebinar, { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" }, session);
    const webinars: string[] = [];
    for (let at = 0; at < WEBINARS; at += 1) webinars.push(String((await create()).webinar.id));
    const counts = { done: 0, ambiguous: 0, refused: 0 };
    const ids = new Set<string | null>();
    const register = async (at: number) => {
      const email = `person${people === "distinct" ? at : Math.floor(at / 2)}@example.com`;
      const webinar_id = webinars[Math.floor(at / 2) % WEBINARS] ?? "";
      for (;;) {
        try {
          ids.add((await runOperation(addRegistrant, { webinar_id, email, first_name: "P" }, session)).registrant_id);
          counts.done += 1;
          return;
        } catch (error) {
          // Five losses in a row look like an outage, in which nothing is sent: who is told so may ask again a second later.
          if (error instanceof UnavailableError && error.sent === "not-sent") {
            await clock.sleep(1000);
            continue;
          }
          counts[isZoomWebinarError(error) && error.code === "ambiguous" ? "ambiguous" : "refused"] += 1;
          return;
        }
      }
    };
    // Neighbours run side by side: where they are the same person, their registrations meet.
    for (let at = 0; at < ASKED; at += WEBINARS) await Promise.all(Array.from({ length: WEBINARS }, (_, i) => register(at + i)));

    const distinct = people === "distinct" ? ASKED : ASKED / 2;
    // Who asks twice is refused where Zoom refuses it; where the refusal was lost, the person is found on the list.
    const mayRefuse = people === "identical" && duplicateRegistrant === "error";
    expect(counts).toMatchObject({ ambiguous: 0, ...(mayRefuse ? {} : { refused: 0 }) });
    expect(counts.done + counts.refused).toBe(ASKED);
    const registered = (await Promise.all(webinars.map((id) => emulator.state.registrants(id)))).flat();
    expect(registered).toHaveLength(distinct);
    expect(ids.size).toBe(distinct);
    expect(new Set(registered.map(({ email }) => email)).size).toBe(distinct);
    // A second sign-up that was asked for may mail again; an attempt of ours never does.
    const mails = (await emulator.mailLog()).filter(({ to }) => to.startsWith("person")).length;
    if (people === "identical" && duplicateRegistrant === "remail") expect(mails).toBeLessThanOrEqual(ASKED);
    else expect(mails).toBe(distinct);
  },
  600_000,
);
