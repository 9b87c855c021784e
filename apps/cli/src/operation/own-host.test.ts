import { InputError, NotFoundError, reworded } from "@zoom-webinar/foundation";
import { expect, it } from "vitest";
import { withOwnHost } from "./own-host.ts";

const HOST = "ada@example.com";
const inFile = (error: NotFoundError) =>
  reworded(error, { message: `a.yaml:1:1: host ${HOST}: ${error.message}`, details: { document: { file: "a.yaml", host: HOST } } });

it("says where the default host is from only if the refusal is about that host, not for each document of theirs", () => {
  const poll = inFile(new NotFoundError("Zoom does not know it: Meeting poll not found."));
  expect(withOwnHost(poll, HOST, {})).toBe(poll);
  const user = inFile(new NotFoundError(`Zoom does not know it: User does not exist: ${HOST}.`));
  expect(withOwnHost(user, HOST, {})).toMatchObject({ message: user.message, hint: expect.stringMatching(/^ada@example\.com is your default host/) });
});

it("keeps the class of the refusal, with its faults", () => {
  const refused = InputError.at("user_id", `there is no user ${HOST}`, "users.list shows who is there.");
  const said = withOwnHost(refused, HOST, { ZOOM_WEBINAR_DEFAULT_HOST: HOST });
  expect(said).toBeInstanceOf(InputError);
  expect(said).toMatchObject({
    faults: refused.faults,
    hint: `${HOST} comes from the variable ZOOM_WEBINAR_DEFAULT_HOST; a host in the command counts more. users.list shows who is there.`,
    cause: refused,
  });
});
