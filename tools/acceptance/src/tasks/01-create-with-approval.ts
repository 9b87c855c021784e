import { faultsOf, ofOne } from "./judging.ts";
import { defineTask, type World } from "./task.ts";

const ADA = "ada@example.com";
const TOPIC = "Spring preview";

const create = async (world: World, changes: Record<string, unknown>) => {
  const { registration_url } = await world.call("POST", `/users/${ADA}/webinars`, {
    topic: TOPIC,
    type: 5,
    start_time: "2027-03-09T10:00:00",
    timezone: "Europe/Berlin",
    duration: 75,
    agenda: "A first look at what we ship in spring.",
    settings: { approval_type: 1 },
    ...changes,
  });
  return { answer: `It stands. People sign up at ${registration_url}` };
};

export const createWithApproval = defineTask({
  page: "01-create-with-approval",
  judge: (finished) =>
    ofOne(finished, ADA, TOPIC, (webinar) =>
      faultsOf([
        ["webinars of that name", Object.values(finished.after.webinars).filter(({ topic }) => topic === TOPIC).length, 1],
        ["kind, 5 for a single webinar", webinar.type, 5],
        ["start", webinar.start_time, "2027-03-09T09:00:00Z"],
        ["zone", webinar.timezone, "Europe/Berlin"],
        ["minutes", webinar.duration, 75],
        ["sign-up, 1 for by hand", webinar.settings.approval_type, 1],
        ["description", webinar.agenda, "A first look at what we ship in spring."],
        ["the answer has the address of the sign-up page", finished.answer.includes(finished.signUpPage(webinar.id) ?? "no page"), true],
        ["people registered", webinar.registrants.length, 0],
        ["mails", finished.mails.length, 0],
      ]),
    ),
  wrongEnds: [
    { title: "lets everybody in at once", because: /sign-up/, make: (world) => create(world, { settings: { approval_type: 0 } }) },
    { title: "starts at ten in London", because: /start:/, make: (world) => create(world, { start_time: "2027-03-09T10:00:00Z" }) },
  ],
});
