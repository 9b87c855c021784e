import { CUSTOMER_ONBOARDING, HOST, planCustomerOnboarding } from "./customer-onboarding.ts";
import { faultsOf, listOf, ofOne, recipients } from "./judging.ts";
import { defineTask, type World } from "./task.ts";

const NORA = { first_name: "Nora", last_name: "Falk", email: "nora.falk@example.com", org: "Falk Logistics", job_title: "Head of Operations" };
const PIOTR = { first_name: "Piotr", last_name: "Wilk", email: "piotr.wilk@example.com", org: "Wilk & Sons" };
const BOTH = [NORA.email, PIOTR.email];

const idOf = async ({ emulator }: World, wanted: string) => String((await emulator.state.webinars()).find(({ topic }) => topic === wanted)?.id);

export const registerTwoPeople = defineTask({
  page: "03-register-two-people",
  prepare: async (zoom) => {
    await planCustomerOnboarding(zoom);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, HOST, CUSTOMER_ONBOARDING, (webinar) =>
      faultsOf([
        ["registered", webinar.registrants.length, 2],
        ["approved", listOf(webinar, "approved"), BOTH],
        ...webinar.registrants.map(
          ({ email, first_name, answers: { last_name, org = "", job_title = "" } }) =>
            [
              `what is kept of ${email}`,
              `${first_name} ${last_name}, ${org}, ${job_title}`,
              email.toLowerCase() === NORA.email ? "Nora Falk, Falk Logistics, Head of Operations" : "Piotr Wilk, Wilk & Sons, ",
            ] as const,
        ),
        ["mails to", recipients(finished), BOTH],
        ["mails about this webinar", finished.mails.filter(({ webinar_id }) => webinar_id === String(webinar.id)).length, 2],
      ]),
    ),
  wrongEnds: [
    {
      title: "registers them for the demo's webinar",
      because: /registered/,
      make: async (world) => {
        await world.signUp(await idOf(world, "Product tour: what is new"), [NORA, PIOTR]);
        return { answer: "Both are in." };
      },
    },
    {
      title: "takes over names and addresses only",
      because: /Falk Logistics/,
      make: async (world) => {
        const people = [NORA, PIOTR].map(({ first_name, last_name, email }) => ({ first_name, last_name, email }));
        await world.signUp(await idOf(world, CUSTOMER_ONBOARDING), people);
        return { answer: "Both are in." };
      },
    },
  ],
});
