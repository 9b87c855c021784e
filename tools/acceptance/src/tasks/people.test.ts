import { describe, expect, it } from "vitest";
import { TASKS } from "./index.ts";
import { doInTerminal } from "./terminal.ts";

const task = (id: string) => TASKS.find((each) => each.id === id);

describe("a webinar manager looks after people in a terminal", () => {
  it("registers two customers", async () => {
    const faults = await doInTerminal(task("03"), async ({ agree }) => {
      await agree(
        'registrants add "Customer onboarding" --email nora.falk@example.com --first-name Nora --last-name Falk --org "Falk Logistics" --job-title "Head of Operations"',
      );
      return agree('registrants add "Customer onboarding" --email piotr.wilk@example.com --first-name Piotr --last-name Wilk --org "Wilk & Sons"');
    });
    expect(faults).toEqual([]);
  });

  it("lets in who waits, all but one", async () => {
    const faults = await doInTerminal(task("04"), async ({ agree, rows }) => {
      await agree('registrants approve "Partner briefing" --pending --except viktor.kranz@example.com');
      const people = await rows('registrants list "Partner briefing" --status all');
      return people.map(({ name, status }) => `${name}: ${status}`).join("\n");
    });
    expect(faults).toEqual([]);
  });

  it("changes who speaks", async () => {
    const faults = await doInTerminal(task("05"), async ({ agree }) => {
      await agree('panelists remove "Spring release" jonas.berg@example.com');
      return agree(
        `panelists add "Spring release" --panelists '{"name":"Mira Solberg","email":"mira.solberg@example.com"}' --panelists '{"name":"Linus Example","email":"linus@example.com"}'`,
      );
    });
    expect(faults).toEqual([]);
  });

  it("asks two more things on the sign-up form", async () => {
    const faults = await doInTerminal(task("07"), ({ zw }) =>
      zw(
        `registration-questions replace "Partner briefing" --questions '[{"field_name":"phone","required":false},{"field_name":"org","required":true}]' --custom-questions '[{"title":"What would you like to hear about?","type":"short","required":false},{"title":"How did you hear of us?","type":"single_radio","required":true,"answers":["A colleague","Newsletter","Social media"]}]'`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it("registers forty-five people from a file, two of whom wait already", async () => {
    const faults = await doInTerminal(task("16"), async ({ agree, rows }) => {
      await agree('registrants import "Summer academy" summer-academy.csv');
      await agree('registrants approve "Summer academy" --pending');
      return `${(await rows('registrants list "Summer academy" --all')).length} are in, nobody was left out.`;
    });
    expect(faults).toEqual([]);
  });

  it("finds one registration", async () => {
    const faults = await doInTerminal(task("19"), async ({ rows, zw }) => {
      const [found] = await rows('registrants find-by-email "Partner briefing" agnes.poulsen@example.com');
      const card = await zw(`registrants get "Partner briefing" ${found?.id}`);
      return `She is ${found?.status}; organisation ${/^org +(.+)$/m.exec(card)?.[1]}`;
    });
    expect(faults).toEqual([]);
  });

  it("exports what people answered when they signed up", async () => {
    const faults = await doInTerminal(task("20"), async ({ zw }) => {
      await zw(
        'exports registrants "Partner briefing" --status approved,pending --all --fields name,email,org,answers,status --output partner-briefing.csv',
      );
      return "The file is there.";
    });
    expect(faults).toEqual([]);
  });
});
