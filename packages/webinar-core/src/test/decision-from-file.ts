import { afterEach, beforeEach, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "./import-world.ts";

/** What every decision about the people of a file does, whichever way it decides. */
export const testDecisionFromFile = (operation: AnyOperation, registration: "automatic" | "manual", status: string): void => {
  let world: ImportWorld;
  let file = "";
  beforeEach(async () => {
    world = await importWorld({ registration });
    file = await world.file("people.csv", peopleCsv(40));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
  });
  afterEach(() => world.remove());

  const statuses = async () => (await world.emulator.state.registrants(world.webinar_id)).map(({ status }) => status);
  const mailed = async () => (await world.emulator.mailLog()).filter(({ kind }) => kind !== "registration_confirmation").map(({ to }) => to);
  const decide = () => world.run(operation, { webinar_id: world.webinar_id, file });

  it("reaches everybody in a file once, thirty in a call", async () => {
    expect(await decide()).toMatchObject({ complete: true, plan: { new: 40, calls: 2, mails: 40 }, counts: { done: 40, already: 0 } });
    expect(new Set(await statuses())).toEqual(new Set([status]));
    expect((await mailed()).sort()).toEqual(addresses(40).sort());
    expect(await decide()).toMatchObject({ plan: { new: 0 }, counts: { done: 0, already: 40 } });
  });

  it("asks for the list no more often than two people need", async () => {
    const two = await world.file("two.csv", `email\n${addresses(2).join("\n")}\n`);
    const sofar = world.emulator.requests().length;
    expect(await world.run(operation, { webinar_id: world.webinar_id, file: two })).toMatchObject({ plan: { calls: 2 }, counts: { done: 2 } });
    const sent = world.emulator.requests().slice(sofar);
    expect(sent.filter(({ method }) => method === "PUT")).toHaveLength(2);
    // Each look reads a list for each of three statuses: one look for the plan, one before the last call.
    expect(sent.filter(({ method, path }) => method === "GET" && path.endsWith("/registrants"))).toHaveLength(6);
  });

  it("takes a plain list of addresses, one a line", async () => {
    const list = await world.file("list.txt", `\n${addresses(40).join("\r\n")}\r\nnobody\r\n`);
    const done = await world.run(operation, { webinar_id: world.webinar_id, file: list });
    expect(done).toMatchObject({
      plan: { new: 40, invalid: 1, reading: "e-mail addresses, one a line, UTF-8", columns: [{ column: "email", field: "email" }] },
      counts: { done: 40, invalid: 1 },
      invalid: [{ line: 42, field: "email" }],
    });
    expect(new Set(await statuses())).toEqual(new Set([status]));
  });

  it.each([true, false])("settles an answer that is lost (done: %s) and mails nobody twice", async (applied) => {
    world.emulator.controls.addFault({ kind: "reset", endpoint: "PUT /webinars/{webinarId}/registrants/status", applied });
    expect(await decide()).toMatchObject({ complete: true, counts: { done: 40, unknown: 0 } });
    expect((await mailed()).sort()).toEqual(addresses(40).sort());
  });
};
