import { faultsOf, ofOne, recipients } from "./judging.ts";
import { isLeftAlone, pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask, type World } from "./task.ts";

const MIRA = { name: "Mira Solberg", email: "mira.solberg@example.com" };
const LINUS = { name: "Linus Example", email: "linus@example.com" };
const ANSWER = "Jonas is off, Mira Solberg and Linus Example are invited.";

const takeJonasOff = async (world: World) => {
  const path = await pathOf(world, "/panelists");
  const { panelists } = await world.call("GET", path);
  await world.call("DELETE", `${path}/${panelists[0].id}`);
};

export const speakers = defineTask({
  page: "05-speakers",
  prepare: async (zoom) => {
    await zoom.invite(await planSpringRelease(zoom), [{ name: "Jonas Berg", email: "jonas.berg@example.com" }]);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, (webinar) =>
      faultsOf([
        [
          "speakers",
          webinar.panelists.map(({ name, email }) => `${name} ${email.toLowerCase()}`).sort(),
          ["Linus Example linus@example.com", "Mira Solberg mira.solberg@example.com"],
        ],
        ["invitations to", recipients(finished), [LINUS.email, MIRA.email]],
        ["people registered", webinar.registrants.length, 0],
        isLeftAlone(finished, webinar),
      ]),
    ),
  wrongEnds: [
    {
      title: "forgets to take Jonas off",
      because: /Jonas Berg/,
      make: async (world) => {
        await world.call("POST", await pathOf(world, "/panelists"), { panelists: [MIRA, LINUS] });
        return { answer: ANSWER };
      },
    },
    {
      title: "makes a name out of an address",
      because: /mira\.solberg mira/,
      make: async (world) => {
        await takeJonasOff(world);
        await world.call("POST", await pathOf(world, "/panelists"), { panelists: [{ ...MIRA, name: "mira.solberg" }, LINUS] });
        return { answer: ANSWER };
      },
    },
  ],
});
