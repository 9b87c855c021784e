import { describe, expect, it } from "vitest";
import { NotFoundError, UnavailableError } from "./classes.ts";
import { asNotSent, LeaseLostError, StorageError } from "./storage.ts";

const PATH = "/home/ada/state.json";

describe("a file that cannot be used", () => {
  it.each([
    ["ENOSPC", "the disk is full", "Free some space"],
    ["EDQUOT", "your share of the disk is used up", "larger quota"],
    ["EFBIG", "larger than this machine allows", "ulimit -f"],
    ["EROFS", "the file system is read-only", "ZOOM_WEBINAR_HOME"],
    ["ENOENT", "a part of its path is not there", "ZOOM_WEBINAR_HOME"],
    ["EACCES", "this user may not write there", "ZOOM_WEBINAR_HOME"],
    ["EPERM", "this user may not write there", "ZOOM_WEBINAR_HOME"],
    ["EMFILE", "too many files are open", "ulimit -n"],
    ["ENFILE", "too many files are open on this machine", "Close what is not needed"],
    ["ENOTDIR", "a part of its path is a file", "ZOOM_WEBINAR_HOME"],
    ["EIO", "the disk reports a fault", "Check the disk"],
    ["EWEIRD", "the system answers EWEIRD", "Check the folder"],
  ])("says why in words, and the way out: %s", (errno, why, wayOut) => {
    const cause = new Error("below");
    const error = new StorageError(PATH, errno, "maybe-sent", cause);
    expect(error.message).toMatch(new RegExp(`^${PATH} cannot be used: .*\\.$`));
    expect(error.message).toContain(why);
    expect(error.hint).toContain(wayOut);
    expect(error).toMatchObject({ code: "zoom_unavailable", retryable: false, sent: "maybe-sent", cause, details: { errno, path: PATH } });
  });

  it("says that nothing was sent only if that is known", () => {
    expect(new StorageError(PATH, "EIO", "not-sent", null).message).toContain("Nothing was sent to Zoom.");
    expect(new StorageError(PATH, "EIO", "maybe-sent", null).message).not.toContain("sent");
  });

  it("can say afterwards that nothing was sent, if somebody knows it", () => {
    const cause = new Error("below");
    const told = asNotSent(new StorageError(PATH, "EIO", "maybe-sent", cause));
    expect(told).toMatchObject({ name: "StorageError", sent: "not-sent", cause, details: { errno: "EIO", path: PATH } });
    expect(told).toMatchObject({ message: expect.stringContaining("Nothing was sent to Zoom.") });
  });

  it("leaves other errors, and one that says it already, as they are", () => {
    const errors = [new StorageError(PATH, "EIO", "not-sent", null), new UnavailableError("m", "maybe-sent"), new NotFoundError("m"), null, "text"];
    for (const error of errors) expect(asNotSent(error)).toBe(error);
  });
});

it("a process whose place was taken says that its last note was not written, and keeps the cause", () => {
  const cause = new Error("below");
  const error = new LeaseLostError({ cause });
  expect(error).toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent", cause, hint: expect.stringContaining("the other process") });
  expect(error.message).toContain("was not written");
  expect(new LeaseLostError().cause).toBeUndefined();
});
