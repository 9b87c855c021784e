import { faultsOf, onlyLooked } from "./judging.ts";
import { PARTNER_BRIEFING, planPartnerBriefing } from "./partner-briefing.ts";
import { says } from "./saying.ts";
import { defineTask } from "./task.ts";

const twoDigits = (value: number) => String(value).padStart(2, "0");
const GUESTS = Array.from({ length: 40 }, (_, at) => `guest${twoDigits(at + 1)}@example.com`);
const WAITING = ["wait1@example.com", "wait2@example.com", "wait3@example.com"];
const AGNES = { first_name: "Agnes", last_name: "Poulsen", email: "Agnes.Poulsen@example.com", org: "Fjord & Co" };

export const findOneRegistration = defineTask({
  page: "19-find-one-registration",
  prepare: async (zoom) => {
    const id = await planPartnerBriefing(zoom);
    const guests = [...GUESTS, ...WAITING].map((email) => ({ first_name: "Guest", last_name: email.split("@")[0] ?? "", email }));
    await zoom.signUp(id, [...guests.slice(0, 20), AGNES, ...guests.slice(20)]);
    await zoom.decide(id, "approve", GUESTS.slice(0, 30));
    await zoom.decide(id, "approve", GUESTS.slice(30));
    await zoom.decide(id, "deny", [AGNES.email]);
    return undefined;
  },
  judge: (finished) =>
    faultsOf([
      [
        `the answer says that she was refused for "${PARTNER_BRIEFING.topic}"`,
        says(finished.answer, /\b(refused|denied|declined|rejected|turned down)\b/i),
        true,
      ],
      ["the answer has her organisation", finished.answer.includes("Fjord & Co"), true],
      [
        "the answer says that she is not on the list",
        says(finished.answer, /\b(not (?:on the list|registered|signed up)|never signed up|did not sign up)\b/i),
        false,
      ],
      ...onlyLooked(finished),
    ]),
  wrongEnds: [
    {
      title: "looks at those who are approved only",
      because: /she was refused/,
      make: async () => ({ answer: "No, she is not on the list." }),
    },
    {
      title: "lets her in",
      because: /something in Zoom changed/,
      make: async (world) => {
        const [webinar] = (await world.emulator.state.webinars()).filter(({ topic }) => topic === PARTNER_BRIEFING.topic);
        await world.decide(String(webinar?.id), "approve", [AGNES.email]);
        return { answer: "She was refused, from Fjord & Co. I have let her in." };
      },
    },
  ],
});
