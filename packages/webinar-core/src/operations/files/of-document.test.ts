import { AuthError, PartialError, PlanError, RateLimitError } from "@zoom-webinar/foundation";
import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import type { AnyOperation } from "../../operation/operation.ts";
import { applyWebinarFiles } from "../webinars/apply.ts";
import { planWebinarFiles } from "../webinars/plan.ts";

/** A person of the demo world whom Zoom lets hold no webinar. */
const UNLICENSED = "linus@example.com";

const webinar = (topic: string, host?: string) =>
  `${host === undefined ? "" : `host: ${host}\n`}format: 1\ntopic: ${topic}\nstart_time: 2027-03-01T10:00\ntimezone: Europe/Berlin\n`;
const FILES = [
  { name: "a.yaml", text: webinar("One", HOST) },
  { name: "b.yaml", text: `${webinar("Two", HOST)}---\n${webinar("Three", UNLICENSED)}` },
];

const DOORS: readonly (readonly [string, AnyOperation])[] = [
  ["plan", planWebinarFiles],
  ["apply", applyWebinarFiles],
];

describe.each(DOORS)("what Zoom refuses of one document, at %s", (_name, operation) => {
  it("is told with the document and its host, and is else the error that it was", async () => {
    const zoom = emulated();
    const error = await zoom.refusal(operation, { files: FILES });
    expect(error).toBeInstanceOf(PlanError);
    expect(error.cause).toBeInstanceOf(PlanError);
    const { message, hint, code, trackingId, foreign, details } = error.cause as PlanError;
    expect(error).toMatchObject({ message: `b.yaml:7:1: host ${UNLICENSED}: ${message}`, hint, code, trackingId, foreign });
    expect(error.details).toEqual({ ...details, document: { file: "b.yaml", line: 7, column: 1, host: UNLICENSED } });
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("names the host of the call, if that is whose webinar it would be", async () => {
    for (const host of [{ user_id: UNLICENSED }, { default_user_id: UNLICENSED }]) {
      const error = await emulated().refusal(operation, { files: [{ name: "a.yaml", text: webinar("One") }], ...host });
      expect(error.message).toMatch(/^a\.yaml:1:1: host linus@example\.com: Zoom refused it because a licence is missing/);
    }
  });

  it("names the document that has only a default host, if nobody is called that", async () => {
    const error = await emulated().refusal(operation, { files: [{ name: "a.yaml", text: webinar("One") }], default_user_id: "gone@example.com" });
    expect(error.message).toBe("default_user_id: there is no user gone@example.com in this account, and a.yaml:1 names no other host");
  });

  it("names the document while its host and its webinar are looked up", async () => {
    const day = { kind: "rate-limit", limit: "day", times: 9 } as const;
    const ofHost = emulated();
    ofHost.emulator.controls.addFault({ ...day, endpoint: "GET /users/{userId}" });
    const error = await ofHost.refusal(operation, { files: FILES });
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ limit: "day", retryable: true, message: expect.stringMatching(/^a\.yaml:1:1: host ada@example\.com: /) });

    const ofWebinar = emulated();
    ofWebinar.emulator.controls.addFault({ ...day, endpoint: "GET /webinars/{webinarId}" });
    expect((await ofWebinar.refusal(operation, { files: [{ name: "a.yaml", text: "id: 95312345678\ntopic: A\n" }] })).message).toMatch(
      /^a\.yaml:1:1: (?!host)/,
    );
  });

  it("names no document for what is wrong with the app", async () => {
    const zoom = emulated({
      strictAuth: true,
      session: { credentials: { accountId: "demo-account", clientId: "demo-client", clientSecret: "wrong" } },
    });
    const error = await zoom.refusal(operation, { files: FILES });
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).not.toContain("a.yaml");
  });
});

describe("a write of apply that fails", () => {
  const files = [
    { name: "a.yaml", text: webinar("One", HOST) },
    { name: "b.yaml", text: webinar("Two", OTHER_HOST) },
  ];
  const refuseFrom = (nth: number) => {
    const zoom = emulated();
    let creations = 0;
    const send: typeof zoom.emulator.send = (request) => {
      if (request.method === "POST" && request.url.includes("/users/")) creations += 1;
      if (creations === nth) zoom.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /users/{userId}/webinars" });
      return zoom.emulator.send(request);
    };
    return emulated({ session: { send } }).refusal(applyWebinarFiles, { files });
  };

  it("is told with its document and host", async () => {
    const error = await refuseFrom(1);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.message).toMatch(/^a\.yaml:1:1: host ada@example\.com: /);
  });

  it("is told so, too, if an earlier document is done", async () => {
    const error = await refuseFrom(2);
    expect(error).toBeInstanceOf(PartialError);
    expect(error.message).toMatch(/^b\.yaml:1:1: host grace@example\.com: /);
    expect(error.details).toMatchObject({ document: { file: "b.yaml", host: OTHER_HOST }, webinars: [{ applied: 1 }, { applied: 0 }] });
  });
});
