import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { toWebinarNumber } from "@zoom-webinar/webinar-core/doors";
import { cleanText } from "../foreign-text/clean-text.ts";
import { fenced } from "../foreign-text/fence.ts";
import { MalformedCall } from "../tools/tool-call.ts";
import type { Reader } from "./reader.ts";

/** An argument of a prompt: always text, as the protocol has it. */
interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** A prompt as it is listed. */
export interface ListedPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
}

/** The prompts of a server. */
export interface Prompts {
  readonly list: readonly ListedPrompt[];
  /** The text for the model. Throws `MalformedCall` for a prompt that is not valid, or arguments that do not fit. */
  get(name: string, args: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<{ description: string; text: string }>;
}

interface Prompt extends ListedPrompt {
  /** What the model is to do. The arguments and what is known of the webinar come behind it. */
  readonly task: string;
}

const LONGEST_ARGUMENT = 500;
const webinar = { name: "webinar_id", description: "Webinar ID, or choose by topic", required: true };
const host = { name: "host", description: "E-mail or ID of the host", required: false };
const timezone = { name: "timezone", description: "IANA time zone, such as America/New_York", required: false };

const PROMPTS: readonly Prompt[] = [
  {
    name: "plan_webinar",
    title: "Plan a webinar",
    description: "From a topic to a scheduled webinar: time, registration, panelists, polls",
    arguments: [
      { name: "topic", description: "What it is about", required: true },
      host,
      { name: "date", description: "Day and time, in your own words", required: false },
      timezone,
    ],
    task: "Plan this Zoom webinar with me. Ask for what is missing: host, day, time with time zone, length, who speaks, whether people register and who approves them. Check the host's other webinars for clashes. Show the whole plan and wait for my agreement; then schedule it, invite the panelists and add the polls, and give me the join link.",
  },
  {
    name: "run_of_show",
    title: "Run of show",
    description: "A minute-by-minute plan for the people who run a webinar",
    arguments: [webinar],
    task: "Write the run of show for this webinar: a table of minute, what happens, who does it. Read its panelists, polls and settings first. Begin with the practice session if there is one, leave time for questions, and end with what happens after it (survey, recording). Change nothing in Zoom.",
  },
  {
    name: "follow_up",
    title: "Follow up after a webinar",
    description: "Who came, who did not, what was asked, and drafts of the mails",
    arguments: [webinar],
    task: "The webinar is over. Read who came and for how long, who registered and did not come, the questions and the poll results. Give me the figures, the questions that were left open, and two drafts of mails: to those who came, to those who did not. Send nothing and change nothing in Zoom.",
  },
  {
    name: "weekly_report",
    title: "Weekly report",
    description: "Webinars held and coming up, with registrations and attendance",
    arguments: [host, { name: "week_of", description: "A day of the week, 2032-03-01; default this week", required: false }, timezone],
    task: "Write a report on the webinars of one week: those held, with registrations, attendance and average stay, and those coming up, with registrations so far and how many wait for approval. One table each, then three sentences on what stands out. Say which figures Zoom did not give. Change nothing in Zoom.",
  },
  {
    name: "import_checklist",
    title: "Import checklist",
    description: "What to check before a list of people is registered",
    arguments: [webinar, { name: "source", description: "Where the list comes from", required: false }],
    task: "I want to register a list of people for this webinar. Before anything is sent, go through this with me: is it the right webinar and is it still to come; does it take registrations, and who approves them; which fields and questions are required; does Zoom mail each person; are there duplicates, or people who are registered already; did they agree to be registered. Then say how many mails would go out, and wait for my agreement.",
  },
];

/** The arguments that a prompt takes, cleaned. Throws `MalformedCall` that names the fault. */
const readArguments = (prompt: Prompt, args: Readonly<Record<string, unknown>>): Map<string, string> => {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(args)) {
    if (!prompt.arguments.some((each) => each.name === name)) throw new MalformedCall(`${prompt.name} takes no argument ${name.slice(0, 64)}.`);
    if (typeof value !== "string") throw new MalformedCall(`${name}: expected text.`);
    if (value.length > LONGEST_ARGUMENT) throw new MalformedCall(`${name}: expected at most ${LONGEST_ARGUMENT} characters.`);
    const cleaned = cleanText(value).trim();
    if (cleaned !== "") given.set(name, cleaned);
  }
  const missing = prompt.arguments.find(({ name, required }) => required && !given.has(name));
  if (missing) throw new MalformedCall(`${missing.name}: is required.`);
  const id = given.get("webinar_id");
  if (id === undefined) return given;
  const number = toWebinarNumber(id);
  if (number === null) throw new MalformedCall("webinar_id: expected a webinar ID: its digits as Zoom prints them, such as 953 1234 5678.");
  given.set("webinar_id", number);
  return given;
};

/** The prompts of a server. They say what to do with the tools that are there; none needs a tool by name. */
export const createPrompts = ({ read }: Pick<Reader, "read">): Prompts => {
  const describeWebinar = async (webinar_id: string, signal: AbortSignal): Promise<string> => {
    try {
      const { topic, start_time, timezone: zone, duration, agenda } = (await read("get_webinar", { webinar_id }, signal)).output;
      return `What Zoom knows of it:\n${fenced(JSON.stringify({ webinar_id, topic, start_time, timezone: zone, duration, agenda }))}`;
    } catch (error) {
      // The prompt is still good: the model will come across the same error, with what to do about it.
      return isZoomWebinarError(error) ? `Zoom could not be asked about it just now (${error.code}).` : "";
    }
  };
  return {
    list: PROMPTS.map(({ task: _task, ...prompt }) => prompt),
    get: async (name, args, signal) => {
      const prompt = PROMPTS.find((each) => each.name === name);
      if (!prompt) throw new MalformedCall(`Unknown prompt: ${name.slice(0, 128)}`);
      const given = readArguments(prompt, args);
      const id = given.get("webinar_id");
      const lines = [...given].map(([argument, value]) => `- ${argument}: ${value.replaceAll("\n", " ")}`);
      const known = id === undefined ? [] : [await describeWebinar(id, signal)];
      return { description: prompt.description, text: [prompt.task, lines.join("\n"), ...known].filter((part) => part !== "").join("\n\n") };
    },
  };
};
