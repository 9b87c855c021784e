import { type Answer, type Desk, openDesk } from "../eval/desk.ts";
import type { Task } from "../tasks/task.ts";

/** What an assistant was shown after one call: nothing but the text of its `content`. */
export interface Shown {
  text: string;
  /** The data in it. */
  data: Answer;
}

/** An assistant that knows of the server only what it says of itself, and reads nothing but `content`. */
export interface Assistant {
  desk: Desk;
  /** Calls a tool that takes effect, or answers, at once. */
  use(tool: string, args?: Record<string, unknown>): Promise<Shown>;
  /** Calls a tool that has to be agreed to: the preview has to say all of this, then the same call goes with its token. */
  agree(tool: string, args: Record<string, unknown>, preview: readonly RegExp[]): Promise<Shown>;
  /** The ID of a host's webinar with this title. */
  find(host: string, topic: string): Promise<string>;
}

/** What one task took. */
export interface Walked {
  calls: number;
  /** Calls that ended in an error; a preview that wants a yes is none. */
  failed: number;
  /** Bytes of `content`. */
  bytes: number;
  /** Everything in which the caller was told something wrong or not told what they needed, and all that is wrong with the end. */
  faults: string[];
}

const TOKEN = /"confirm_token":"([^"]+)"/;

const dataIn = (text: string): Answer => {
  const line = text.split("\n").find((one) => one.startsWith("{"));
  return line === undefined ? {} : JSON.parse(line);
};

/** Lets an assistant do a task as `steps` say. What they return is what it tells the person at the end. */
export const walk = async (task: Task, steps: (assistant: Assistant) => Promise<string>): Promise<Walked> => {
  const world = await task.start();
  const desk = await openDesk(world);
  const walked: Walked = { calls: 0, failed: 0, bytes: 0, faults: [] };
  const ask = async (tool: string, args: Record<string, unknown>): Promise<Shown & { isError: boolean }> => {
    const { content, isError = false } = await desk.ask(tool, args);
    if (content.length !== 1) walked.faults.push(`${tool} answers ${content.length} blocks`);
    const text = content.map((block) => (block.type === "text" ? block.text : "")).join("\n");
    walked.calls += 1;
    walked.bytes += Buffer.byteLength(text);
    if (isError && !TOKEN.test(text)) walked.failed += 1;
    if (isError && !TOKEN.test(text)) walked.faults.push(`${tool} failed: ${text}`);
    return { text, data: dataIn(text), isError };
  };
  const assistant: Assistant = {
    desk,
    use: async (tool, args = {}) => {
      const shown = await ask(tool, args);
      if (TOKEN.test(shown.text)) walked.faults.push(`${tool} asks unexpectedly: ${shown.text}`);
      return shown;
    },
    agree: async (tool, args, preview) => {
      const { text } = await ask(tool, args);
      for (const part of preview) if (!part.test(text)) walked.faults.push(`the preview of ${tool} does not say ${part}: ${text}`);
      const token = TOKEN.exec(text)?.[1];
      if (token === undefined) walked.faults.push(`${tool} does not ask: ${text}`);
      return ask(tool, { ...args, confirm_token: token ?? "" });
    },
    find: async (host, topic) => {
      const { data } = await assistant.use("list_webinars", { user_id: host });
      return data.webinars.find((webinar: Answer) => webinar.topic === topic)?.id ?? "";
    },
  };
  try {
    const answer = await steps(assistant);
    walked.faults.push(...(await task.judge(world, await desk.end(answer))));
  } finally {
    await desk.close();
  }
  return walked;
};
