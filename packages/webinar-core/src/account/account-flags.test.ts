import { expect, it } from "vitest";
import { accountFlags } from "./account-flags.ts";

it.each([
  ["the emulator, whatever profile is named", { isEmulator: true, profile: "acme" }, ["--emulator"]],
  ["a profile", { isEmulator: false, profile: "acme-2" }, ["--profile", "acme-2"]],
  ["no profile", { isEmulator: false, profile: null }, []],
  ["a name that a shell would take apart", { isEmulator: false, profile: "a; b" }, []],
])("the flags of an account lead to %s", (_what, account, flags) => {
  expect(accountFlags(account)).toEqual(flags);
});
