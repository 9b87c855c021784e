import { describe, expect, it } from "vitest";
import { TASKS } from "./index.ts";
import { doInTerminal } from "./terminal.ts";

const task = (id: string) => TASKS.find((each) => each.id === id);

describe("a webinar manager prepares and looks back in a terminal", () => {
  it("a poll with three kinds of question", async () => {
    const faults = await doInTerminal(task("06"), ({ zw }) =>
      zw(
        `polls create "Spring release" --poll-title "Before we start" --questions '[{"name":"Have you used the product before?","type":"single","answers":["Yes","No","Not sure"]},{"name":"What brings you here?","type":"multiple","answers":["News","Prices","Training"]},{"name":"How confident do you feel with it?","type":"rating_scale","rating_min_value":1,"rating_max_value":10,"rating_min_label":"Not at all","rating_max_label":"Very"}]'`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it("a live stream", async () => {
    const faults = await doInTerminal(task("17"), ({ zw }) =>
      zw(
        'live-stream set "Spring release" --stream-url rtmp://stream.example.com/live --stream-key spring-2027-key --page-url https://example.com/watch --resolution 720p',
      ),
    );
    expect(faults).toEqual([]);
  });

  it("the same picture behind every speaker", async () => {
    const faults = await doInTerminal(task("18"), ({ zw, pathOf }) =>
      zw(`branding upload-virtual-background "Spring release" ${pathOf("stage.png")} --default`),
    );
    expect(faults).toEqual([]);
  });

  it("a survey", async () => {
    const faults = await doInTerminal(task("23"), ({ zw }) =>
      zw(
        `survey set "Spring release" --custom-survey.title "How was it?" --custom-survey.anonymous --show-in-the-browser --custom-survey.questions '[{"name":"Would you come again?","type":"single","answers":["Yes","No","Maybe"],"answer_required":true},{"name":"Which parts did you like?","type":"multiple","answers":["Demo","Talk","Questions"]},{"name":"What should we do better?","type":"long_answer"}]'`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it("who came, and for how long", async () => {
    const faults = await doInTerminal(task("11"), async ({ rows }) => {
      const people = await rows('attendance report "Getting started, March"');
      const came = people.filter(({ status }) => status === "attended");
      const had = people.filter(({ registration }) => registration === "approved");
      const long = came.filter(({ minutes }) => Number(minutes) >= 30).map(({ name }) => name);
      const list = came.map(({ name, minutes }) => `- ${name}: ${minutes} minutes`);
      return `${came.length} of ${had.length} came.\n${list.join("\n")}\nCertificates for ${long.join(", ")}.`;
    });
    expect(faults).toEqual([]);
  });

  it("what the audience asked", async () => {
    const faults = await doInTerminal(task("12"), async ({ rows }) => {
      const asked = await rows('past-webinars list-qa "Getting started, March"');
      const list = asked.map(({ name, email, question }) => `${name}, ${email}: ${question}`);
      return `${asked.length} questions from ${new Set(asked.map(({ email }) => email)).size} people.\n${list.join("\n")}`;
    });
    expect(faults).toEqual([]);
  });

  it("who came to both of two dates", async () => {
    const faults = await doInTerminal(task("22"), async ({ rows }) => {
      const people = await rows('attendance compare "Office hours"');
      const [first = "", second = ""] = Object.keys(people[0] ?? {}).filter((column) => column.startsWith("2027-02-"));
      const named = (isMeant: (person: Record<string, string>) => boolean) => people.filter(isMeant).map(({ name }) => name);
      const [came, again] = [named((each) => each[first] !== ""), named((each) => each[first] !== "" && each[second] !== "")];
      return [
        `${came.length} people came to the first, ${named((each) => each[second] !== "").length} people to the second.`,
        `Both: ${again.join(", ")}`,
        `Lost: ${named((each) => each[second] === "").join(", ")}`,
        `New: ${named((each) => each[first] === "").join(", ")}`,
        `${(100 * again.length) / came.length} % came back.`,
      ].join("\n");
    });
    expect(faults).toEqual([]);
  });

  it("which tracking link brought the people", async () => {
    const faults = await doInTerminal(task("24"), async ({ rows }) => {
      const links = (await rows('tracking-sources list "Spring release"')).map(({ source_name = "", visitor_count, registration_count }) => ({
        name: source_name,
        visits: Number(visitor_count),
        signUps: Number(registration_count),
      }));
      const sum = (key: "visits" | "signUps") => links.reduce((total, link) => total + link[key], 0);
      const [best] = links.toSorted((one, other) => other.signUps - one.signUps);
      return [
        ...links.map(({ name, visits, signUps }) => `${name}: ${visits} visits, ${signUps} sign-ups, ${Math.round((100 * signUps) / visits)} %`),
        `In all ${sum("visits")} visits and ${sum("signUps")} sign-ups. ${best?.name} is the best.`,
        "A link for the podcast cannot be made here; the host adds it in Zoom's portal.",
      ].join("\n");
    });
    expect(faults).toEqual([]);
  });

  it("a file of those who had a place and did not come", async () => {
    const faults = await doInTerminal(task("25"), async ({ zw }) => {
      await zw('past-webinars list-absentees "Getting started, March" --fields first_name,last_name,email --output no-shows.csv');
      return "Three people had a place and did not come.";
    });
    expect(faults).toEqual([]);
  });
});
