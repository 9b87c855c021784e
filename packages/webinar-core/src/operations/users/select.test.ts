import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { selectUserOperation } from "./select.ts";

const pick = async (user_selection: string) => {
  const zoom = emulated();
  return { user: await zoom.run(selectUserOperation, { user_selection }), seen: zoom.seen() };
};

describe("users.select", () => {
  it.each([
    ["1", HOST, "number"],
    ["#2", "grace@example.com", "number"],
    ["first", HOST, "position"],
    ["LAST", "linus@example.com", "position"],
    ["Ada@Example.com", HOST, "e-mail"],
    ["  grace   EXAMPLE ", "grace@example.com", "name"],
    ["Lin", "linus@example.com", "part of the name"],
    ["ada ex", HOST, "part of the name"],
    ["Frau Dr. Linus", "linus@example.com", "part of the name"],
    ["Mr Linus", "linus@example.com", "part of the name"],
  ])("takes %s for %s, by %s", async (selection, email, matched_by) => {
    expect((await pick(selection)).user).toMatchObject({ email, matched_by });
  });

  it("takes an id, asking for that one user only", async () => {
    const { id } = (await pick("first")).user;
    const { user, seen } = await pick(id as string);
    expect(user).toMatchObject({ email: HOST, matched_by: "ID" });
    expect(seen.map(({ endpoint }) => endpoint)).toEqual(["GET /users/{userId}"]);
  });

  it("names the candidates if several fit, and takes none", async () => {
    const { refusal } = emulated();
    expect(await refusal(selectUserOperation, { user_selection: "Example" })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "user_selection" }],
      details: { candidates: [{ number: 1, email: HOST }, { number: 2 }, { number: 3 }] },
    });
  });

  it.each(["4", "0", "nobody@example.com", "Turing"])("says who is there if %s is not", async (user_selection) => {
    const { refusal } = emulated();
    expect(await refusal(selectUserOperation, { user_selection })).toMatchObject({
      code: "not_found",
      details: { candidates: [{ number: 1 }, { number: 2 }] },
    });
  });
});
