import { faultsOf, ofOne } from "./judging.ts";
import { PARTNER_BRIEFING, planPartnerBriefing, WISH } from "./partner-briefing.ts";
import { defineTask, type World } from "./task.ts";

const { host, topic } = PARTNER_BRIEFING;
const PHONE = { field_name: "phone", required: false };
const WISHED = { title: WISH, type: "short", required: false };
const HEARD = { title: "How did you hear of us?", type: "single_radio", required: true, answers: ["A colleague", "Newsletter", "Social media"] };

const setForm = async (world: World, questions: readonly object[], custom_questions: readonly object[]) => {
  const [webinar] = (await world.emulator.state.webinars()).filter((each) => each.topic === topic);
  await world.call("PATCH", `/webinars/${webinar?.id}/registrants/questions`, { questions, custom_questions });
  return { answer: "The form asks for both." };
};

export const requiredQuestion = defineTask({
  page: "07-required-question",
  prepare: async (zoom) => {
    const id = await planPartnerBriefing(zoom);
    await zoom.call("PATCH", `/webinars/${id}/registrants/questions`, { questions: [PHONE], custom_questions: [WISHED] });
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, host, topic, ({ questions, custom_questions }) => {
      const heard = custom_questions.find(({ title }) => title === HEARD.title);
      return faultsOf([
        ["the organisation is required", questions.find(({ field_name }) => field_name === "org")?.required, true],
        ["the phone number may be left open", questions.find(({ field_name }) => field_name === "phone")?.required, false],
        ["other fields", questions.length, 2],
        ["the new question is required", heard?.required, true],
        ["the new question takes one answer", heard?.type.startsWith("single_"), true],
        ["its answers", heard?.answers, HEARD.answers],
        ["the old question", custom_questions.find(({ title }) => title === WISH), { ...WISHED, answers: [] }],
        ["questions of its own", custom_questions.length, 2],
      ]);
    }),
  wrongEnds: [
    {
      title: "replaces the form by the two new things",
      because: /old question/,
      make: (world) => setForm(world, [{ field_name: "org", required: true }], [HEARD]),
    },
    {
      title: "lets people leave the new question open",
      because: /new question is required/,
      make: (world) => setForm(world, [PHONE, { field_name: "org", required: true }], [WISHED, { ...HEARD, required: false }]),
    },
  ],
});
