import { expect, test } from "vitest";
import type { EmulatorOptions } from "../../options.ts";
import { emptySession } from "../../state/session-record.ts";
import { refusalOf } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";

const MESSAGE = "MS17MDQ5NjE4QjYtRjk4Ny00REEwfQ==";

/** A webinar on air, in whose chat there is one message with two files. */
const withChat = async (options: EmulatorOptions = {}, off?: string) => {
  const probed = await probeWorld(({ upcoming }, state) => {
    if (off !== undefined) state.account.off.push(off);
    const message = { message_id: MESSAGE, user_id: "1", content: "Hello", file_ids: ["f1", "f2"], at: "2027-01-15T12:00:00Z" };
    upcoming.runningSince = "2027-01-15T12:00:00Z";
    upcoming.session = { ...emptySession(), chat: [message] };
  }, options);
  const { upcoming, call, emulator } = probed;
  const take = (id: string, query = "") => call("DELETE", `/live_webinars/${upcoming.id}/chat/messages/${encodeURIComponent(id)}${query}`);
  const chat = async () => (await emulator.state.webinar(upcoming.id))?.session?.chat;
  return { ...probed, take, chat };
};

test("takes back files of a message, then the message", async () => {
  const { take, chat } = await withChat();
  expect(await take(MESSAGE, "?file_ids=f1,f9")).toMatchObject({ status: 204, text: "" });
  expect(await chat()).toMatchObject([{ content: "Hello", file_ids: ["f2"] }]);
  expect(await take(MESSAGE)).toMatchObject({ status: 204, text: "" });
  expect(await chat()).toEqual([]);
});

test("a message that is not there is passed over, or refused, by switch", async () => {
  expect((await (await withChat()).take("other")).status).toBe(204);
  const { take } = await withChat({ switches: { unknownChatMessage: "refuse" } });
  expect(refusalOf(await take("other"))).toBe("400/300 Invalid parameter: messageId.");
});

test("only while the webinar is on air, with leak protection, and with permission", async () => {
  const { take, emulator, upcoming } = await withChat();
  await emulator.controls.endWebinar(upcoming.id);
  expect(refusalOf(await take(MESSAGE))).toBe(`404/3001 Webinar does not exist: ${upcoming.id}.`);
  expect(refusalOf(await (await withChat({}, "chat_dlp")).take(MESSAGE))).toBe("400/300 DLP is not enabled on this account.");
  expect(refusalOf(await (await withChat({}, "permission")).take(MESSAGE))).toBe("400/200 No permission.");
});
