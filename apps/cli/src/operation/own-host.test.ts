import { NotFoundError, reworded } from "@zoom-webinar/foundation";
import { expect, it } from "vitest";
import { withOwnHost } from "./own-host.ts";

const HOST = "ada@example.com";
const inFile = (error: NotFoundError) => reworded(error, `a.yaml:1:1: host ${HOST}: ${error.message}`, { document: { file: "a.yaml", host: HOST } });

it("says where the default host is from only if the refusal is about that host, not for each document of theirs", () => {
  const poll = inFile(new NotFoundError("Zoom does not know it: Meeting poll not found."));
  expect(withOwnHost(poll, HOST, {})).toBe(poll);
  const user = inFile(new NotFoundError(`Zoom does not know it: User does not exist: ${HOST}.`));
  expect(withOwnHost(user, HOST, {})).toMatchObject({ message: user.message, hint: expect.stringMatching(/^ada@example\.com is your default host/) });
});
