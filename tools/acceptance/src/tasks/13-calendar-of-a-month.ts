import { faultsOf, onlyLooked } from "./judging.ts";
import { datesSaid, lineWith, says } from "./saying.ts";
import { defineTask } from "./task.ts";

const ROWS = [
  ["04-06", "Office hours", "10:00", "Ada"],
  ["04-13", "Office hours", "10:00", "Ada"],
  ["04-13", "Spring release", "15:00", "Ada"],
  ["04-13", "Customer onboarding", "15:30", "Grace"],
  ["04-20", "Office hours", "10:00", "Ada"],
  ["04-29", "Roadmap", "20:00", "Grace"],
] as const;
const CLASH = "Spring release and Customer onboarding run at the same time on 13 April, from 15:30 to 16:00.";

const hasRow = (answer: string, [date, topic, time, host]: (typeof ROWS)[number]) =>
  answer.split("\n").some((line) => datesSaid(line).includes(date) && says(line, topic) && says(line, time) && says(line, host));

const inMonth = (rows: readonly (readonly string[])[]) =>
  rows.map(([date, topic, time, host]) => `2027-${date} ${time} ${topic} (${host})`).join("\n");

export const calendarOfAMonth = defineTask({
  page: "13-calendar-of-a-month",
  prepare: async (zoom) => {
    const berlin = { host: "ada@example.com", timezone: "Europe/Berlin", duration: 60 };
    const newYork = { host: "grace@example.com", timezone: "America/New_York", duration: 60 };
    await zoom.plan({ ...berlin, topic: "Office hours", start_time: "2027-03-30T10:00:00", weeks: 4 });
    await zoom.plan({ ...berlin, topic: "Spring release", start_time: "2027-04-13T15:00:00" });
    await zoom.plan({ ...newYork, topic: "Customer onboarding", start_time: "2027-04-13T09:30:00" });
    await zoom.plan({ ...newYork, topic: "Roadmap", start_time: "2027-04-29T14:00:00" });
    await zoom.plan({ ...berlin, topic: "May kick-off", start_time: "2027-05-03T09:00:00" });
    return undefined;
  },
  judge: (finished) => {
    const { answer } = finished;
    const clash = lineWith(answer, "Spring release", "Customer onboarding") ?? "";
    return faultsOf([
      ...ROWS.map((row) => [`the answer has ${row.join(" ")} on a line`, hasRow(answer, row), true] as const),
      ["other dates of the answer", datesSaid(answer).filter((date) => !ROWS.some(([day]) => day === date)), []],
      ["the clash begins at 15:30", says(clash, "15:30"), true],
      ["the clash ends at 16:00", says(clash, "16:00|4 ?pm"), true],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    {
      title: "lists the series once",
      because: /04-20 Office hours/,
      make: async () => ({ answer: `${inMonth(ROWS.filter(([date, topic]) => topic !== "Office hours" || date === "04-06"))}\n${CLASH}` }),
    },
    {
      title: "looks at each host alone and sees no clash",
      because: /clash/,
      make: async () => ({ answer: `${inMonth(ROWS)}\nNo two run at once.` }),
    },
  ],
});
