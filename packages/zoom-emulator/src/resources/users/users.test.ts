import { expect, test } from "vitest";
import { probe, refusalOf } from "../../test/probe.ts";

test("lists the people of the account", async () => {
  const { call } = await probe();
  const { body } = await call("GET", "/users");
  expect(body.users.map(({ email, type }: { email: string; type: number }) => [email, type])).toEqual([
    ["ada@example.com", 2],
    ["grace@example.com", 2],
    ["linus@example.com", 1],
  ]);
  expect((await call("GET", "/users?status=inactive")).body.users).toEqual([]);
  expect((await call("GET", "/users?status=nonsense&page_size=junk")).body).toMatchObject({ total_records: 3, page_size: 30 });
  expect((await call("GET", "/users?role_id=2")).body.users).toHaveLength(1);
});

test("reads a person by id or e-mail, in any case", async () => {
  const { call } = await probe();
  const byMail = (await call("GET", "/users/ADA@example.com")).body;
  expect(byMail).toMatchObject({ email: "ada@example.com", display_name: "Ada Example", timezone: "Europe/Berlin", status: "active" });
  expect(byMail.id).toMatch(/^[\w-]{22}$/);
  expect((await call("GET", `/users/${byMail.id}`)).body).toEqual(byMail);
});

test("an unknown person, and `me`, which a server-to-server token may not be", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("GET", "/users/nobody@example.com"))).toBe("404/1001 User does not exist: nobody@example.com.");
  const nobody = await probe({ switches: { meWithServerToken: 1001 } });
  expect(refusalOf(await nobody.call("GET", "/users/me"))).toBe("404/1001 User does not exist: me.");
  const other = await probe({ switches: { meWithServerToken: 1010 } });
  expect(refusalOf(await other.call("GET", "/users/me"))).toBe("400/1010 User does not belong to this account: me.");
});
