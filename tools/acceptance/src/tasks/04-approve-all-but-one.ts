import { faultsOf, listOf, ofOne, recipients } from "./judging.ts";
import { PARTNER_BRIEFING, planPartnerBriefing } from "./partner-briefing.ts";
import { says } from "./saying.ts";
import { defineTask, type World } from "./task.ts";

const { host, topic } = PARTNER_BRIEFING;
const FOUR = ["agnes.poulsen", "bruno.keller", "chiara.riva", "dario.smit"].map((name) => `${name}@example.com`);
const VIKTOR = "viktor.kranz@example.com";
const ELIF = "elif.aydin@example.com";
const ANSWER = "In are Agnes Poulsen, Bruno Keller, Chiara Riva and Dario Smit. Viktor Kranz still waits.";

const approve = async (world: World, emails: readonly string[]) => {
  const [webinar] = (await world.emulator.state.webinars()).filter((each) => each.topic === topic);
  await world.decide(String(webinar?.id), "approve", emails);
  return { answer: ANSWER };
};

export const approveAllButOne = defineTask({
  page: "04-approve-all-but-one",
  since: "2027-01-20T09:00:00Z",
  prepare: async (zoom) => {
    const id = await planPartnerBriefing(zoom);
    await zoom.signUp(id, [
      { first_name: "Elif", last_name: "Aydin", email: ELIF },
      { first_name: "Agnes", last_name: "Poulsen", email: "agnes.poulsen@example.com" },
      { first_name: "Bruno", last_name: "Keller", email: "bruno.keller@example.com" },
      { first_name: "Viktor", last_name: "Kranz", email: VIKTOR },
      { first_name: "Chiara", last_name: "Riva", email: "chiara.riva@example.com" },
      { first_name: "Dario", last_name: "Smit", email: "dario.smit@example.com" },
    ]);
    await zoom.decide(id, "deny", [ELIF]);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, host, topic, (webinar) =>
      faultsOf([
        ["approved", listOf(webinar, "approved"), FOUR],
        ["waiting", listOf(webinar, "pending"), [VIKTOR]],
        ["refused", listOf(webinar, "denied"), [ELIF]],
        ["mails to", recipients(finished), FOUR],
        ...["Agnes", "Bruno", "Chiara", "Dario", "Viktor"].map((name) => [`the answer names ${name}`, says(finished.answer, name), true] as const),
      ]),
    ),
  wrongEnds: [
    { title: "lets Viktor in as well", because: /waiting/, make: (world) => approve(world, [...FOUR, VIKTOR]) },
    { title: "lets Elif in, who was refused", because: /refused/, make: (world) => approve(world, [...FOUR, ELIF]) },
  ],
});
