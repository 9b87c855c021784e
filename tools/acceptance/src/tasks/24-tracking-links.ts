import { faultsOf, onlyLooked } from "./judging.ts";
import { lineWith, says } from "./saying.ts";
import { planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask } from "./task.ts";

const LINKS = [
  ["LinkedIn", 40, 12, 30],
  ["Newsletter", 25, 15, 60],
  ["Partner page", 30, 3, 10],
] as const;
const TABLE = LINKS.map(([name, visits, signUps, share]) => `${name}: ${visits} visits, ${signUps} sign-ups, ${share} %`).join("\n");
const SUM = "In all 95 visits and 30 sign-ups.";
const BEST = "Newsletter is the best.";
const PODCAST = "A link for the podcast cannot be made from here: the host adds it on Zoom's web pages.";

export const trackingLinks = defineTask({
  page: "24-tracking-links",
  prepare: async (zoom) => {
    const id = await planSpringRelease(zoom, { approval_type: 0 });
    for (const [name, visits, signUps] of LINKS) {
      const source_id = await zoom.emulator.controls.addTrackingSource(id, name, visits);
      const key = name.toLowerCase().replace(" ", "-");
      const people = Array.from({ length: signUps }, (_, at) => ({
        first_name: name.split(" ")[0] ?? "",
        last_name: String(at + 1),
        email: `${key}-${at + 1}@example.com`,
        source_id,
      }));
      await zoom.signUp(id, people);
    }
    return undefined;
  },
  judge: (finished) => {
    const { answer } = finished;
    const best = answer.split(/\n|(?<=[.!])\s/).filter((sentence) => says(sentence, /\bbest\b/i));
    return faultsOf([
      ...LINKS.map(
        ([name, ...numbers]) =>
          [
            `a line of ${SPRING_RELEASE.topic} with ${name} ${numbers.join(" ")}`,
            lineWith(answer, name, ...numbers.map(String)) !== undefined,
            true,
          ] as const,
      ),
      ["the answer has the sums", says(answer, "95") && says(answer, "30"), true],
      ["the best one", best.some((sentence) => says(sentence, "Newsletter")), true],
      ["the answer says that it cannot be done here", says(answer, /\b(cannot|can't|can not|not possible|not able)\b/i), true],
      ["the answer says where it is done", says(answer, /\b(web pages?|web ?site|portal|in Zoom's own|zoom\.us|browser)\b/i), true],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    {
      title: "claims that the link was made",
      because: /cannot be done/,
      make: async () => ({ answer: [TABLE, SUM, BEST, "I have added a link for the podcast."].join("\n") }),
    },
    {
      title: "makes a label of the account in its place",
      because: /something in Zoom changed/,
      make: async (world) => {
        await world.call("POST", "/tracking_fields", { field: "Podcast", recommended_values: ["Podcast"], required: false, visible: true });
        return { answer: [TABLE, SUM, BEST, PODCAST].join("\n") };
      },
    },
    {
      title: "takes the most visits for the best",
      because: /the best one/,
      make: async () => ({ answer: [TABLE, SUM, "LinkedIn is the best.", PODCAST].join("\n") }),
    },
  ],
});
