import { describe, expect, it } from "vitest";
import { TASKS } from "./index.ts";
import { doInTerminal } from "./terminal.ts";

const task = (id: string) => TASKS.find((each) => each.id === id);

/** The dates of a series, as `webinars get --json` answers them. */
const datesIn = async (
  json: (line: string) => Promise<{ occurrences: { occurrence_id: string; start_time: string; status: string }[] }>,
  topic: string,
) => (await json(`webinars get "${topic}"`)).occurrences;

describe("a webinar manager plans in a terminal", () => {
  it("a webinar with sign-ups that wait for a yes", async () => {
    const faults = await doInTerminal(task("01"), async ({ zw }) => {
      const card = await zw(
        'webinars create --host ada@example.com --topic "Spring preview" --start-time "2027-03-09 10:00" --timezone Europe/Berlin --duration 1h15 --registration manual --agenda "A first look at what we ship in spring."',
      );
      return `People sign up at ${/registration_url +(\S+)/.exec(card)?.[1]}`;
    });
    expect(faults).toEqual([]);
  });

  it("a weekly series out of a single webinar", async () => {
    const faults = await doInTerminal(task("02"), async ({ zw, json }) => {
      await zw('webinars update "Office hours" --recurrence-type weekly --weekly-days Tue --end-times 6');
      const dates = await datesIn(json, "Office hours");
      return dates.map(({ start_time }) => start_time).join(", ");
    });
    expect(faults).toEqual([]);
  });

  it("the move of one date of a series", async () => {
    const faults = await doInTerminal(task("08"), async ({ agree, json }) => {
      const dates = await datesIn(json, "Monday clinic");
      const date = dates.find(({ start_time }) => start_time.startsWith("2027-04-19"));
      await agree(`webinars update "Monday clinic" --occurrence-id ${date?.occurrence_id} --start-time "2027-04-20 14:00"`);
      const after = await datesIn(json, "Monday clinic");
      return after.map(({ start_time }) => start_time).join(", ");
    });
    expect(faults).toEqual([]);
  });

  it("passcode, recording and rehearsal", async () => {
    const faults = await doInTerminal(task("09"), ({ zw }) =>
      zw('webinars update "Spring release" --password Tulip-27 --auto-recording cloud --practice-session'),
    );
    expect(faults).toEqual([]);
  });

  it("reminders before, and mails after", async () => {
    const faults = await doInTerminal(task("10"), async ({ agree }) => {
      const mail = (name: string, type: number) => `--settings.${name}-email-notification '{"enable":true,"type":${type}}'`;
      return agree(
        `webinars update "Customer onboarding" ${mail("attendees-and-panelists-reminder", 3)} ${mail("follow-up-attendees", 1)} ${mail("follow-up-absentees", 1)}`,
      );
    });
    expect(faults).toEqual([]);
  });

  it("a plan of one month, with the webinars that clash", async () => {
    const faults = await doInTerminal(task("13"), async ({ rows }) => {
      const dates = await rows("webinars calendar --from 2027-04-01 --to 2027-04-30 --zone Europe/Berlin");
      const lines = dates.map(({ viewer_start = "", topic, host = "" }) => {
        const [day, time] = viewer_start.split("T");
        return `${day} ${time} ${topic} (${host.startsWith("ada") ? "Ada" : "Grace"})`;
      });
      const [first, second] = dates.filter(({ viewer_start = "" }) => viewer_start >= "2027-04-13T15:00" && viewer_start < "2027-04-13T16:00");
      const end = new Date(Date.parse(`${first?.viewer_start}:00Z`) + Number(first?.duration) * 60_000).toISOString().slice(11, 16);
      return `${lines.join("\n")}\n${first?.topic} and ${second?.topic} run at the same time from ${second?.viewer_start?.slice(11)} to ${end}.`;
    });
    expect(faults).toEqual([]);
  });

  it("one date that falls away", async () => {
    const faults = await doInTerminal(task("14"), async ({ agree, json }) => {
      const dates = await datesIn(json, "Office hours");
      const date = dates.find(({ start_time }) => start_time.startsWith("2027-06-15"));
      await agree(`webinars delete "Office hours" --occurrence-id ${date?.occurrence_id} --cancel-webinar-reminder`);
      const left = (await datesIn(json, "Office hours")).filter(({ status }) => status === "available");
      return `${left.length} dates are left.`;
    });
    expect(faults).toEqual([]);
  });

  it("the end of a whole series", async () => {
    const faults = await doInTerminal(task("15"), async ({ agree, zw }) => {
      const preview = await zw('webinars delete "Friday lab" --dry-run');
      await agree('webinars delete "Friday lab"');
      return preview;
    });
    expect(faults).toEqual([]);
  });

  it("a copy for summer", async () => {
    const faults = await doInTerminal(task("21"), ({ agree }) =>
      agree('webinars clone "Spring release" --start-time "2027-07-06 16:00" --topic "Summer release" --agenda "What is new this summer."'),
    );
    expect(faults).toEqual([]);
  });
});
