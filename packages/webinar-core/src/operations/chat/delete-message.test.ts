import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { deleteChatMessage } from "./delete-message.ts";

const message_id = "MS17RDk0QTY3QUQtQkFGQy04QTJFLTI2RUEtNkYxQjRBRTU1MTk5fQ==";

it("removes a message, or files of it, from a running webinar", async () => {
  const { run, seen, emulator } = emulated();
  await emulator.controls.startWebinar(UPCOMING);
  const input = { webinar_id: UPCOMING, message_id };
  expect(await run(deleteChatMessage, { ...input, file_ids: "one,two" })).toEqual({ done: "delete_webinar_chat_message", ...input });
  const path = `/v2/live_webinars/${UPCOMING}/chat/messages/${encodeURIComponent(message_id)}`;
  expect(seen()).toMatchObject([{ method: "DELETE", path, query: { file_ids: "one,two" } }]);
});

it("names the message before it acts", async () => {
  const { refusal, seen } = emulated({ session: { safety: "confirm" } });
  expect(await refusal(deleteChatMessage, { webinar_id: UPCOMING, message_id })).toMatchObject({
    code: "confirmation_required",
    details: {
      preview: {
        targets: [
          { kind: "webinar", id: UPCOMING },
          { kind: "message", id: message_id },
        ],
      },
    },
  });
  expect(seen()).toEqual([]);
});

it("reports that the webinar is not running", async () => {
  expect(await emulated().refusal(deleteChatMessage, { webinar_id: UPCOMING, message_id })).toMatchObject({ code: "not_found" });
});
