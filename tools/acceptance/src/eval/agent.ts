import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Task } from "../tasks/task.ts";
import type { Desk } from "./desk.ts";

/** What an assistant is told besides the task. */
const RULES = `You work for somebody who runs webinars at Zoom. Use the tools of the MCP server "zoom-webinar".
A tool that needs a confirmation answers with a preview and a confirm_token: the person has agreed to everything that the task asks for, so repeat the same call with the token if the preview is what was asked, and not otherwise.
Files that the task speaks of lie in the working directory, and files that it asks for go there.
Say at the end, in a few sentences, what you found or did.`;

/**
 * Somebody who does tasks by a command line of the user's, run by a shell: it gets the task on stdin, the server's address in EVAL_MCP_URL and in the file that
 * EVAL_MCP_CONFIG names, and the folder of the task as its working directory; what it writes to stdout is its answer. Rejects if it fails or takes too long.
 */
export const agentOf =
  (commandLine: string, task: Pick<Task, "words" | "today">, { minutes = 10 }: { minutes?: number } = {}) =>
  async (desk: Desk): Promise<string> => {
    const url = await desk.serve();
    const place = await mkdtemp(join(tmpdir(), "zw-eval-"));
    const config = join(place, "mcp.json");
    await writeFile(config, JSON.stringify({ mcpServers: { "zoom-webinar": { type: "http", url } } }));
    const env = { ...process.env, EVAL_MCP_URL: url, EVAL_MCP_CONFIG: config };
    try {
      return await new Promise((resolve, reject) => {
        const child = spawn(commandLine, { shell: true, cwd: desk.folder, env, stdio: ["pipe", "pipe", "inherit"], timeout: minutes * 60_000 });
        let answer = "";
        child.stdout.setEncoding("utf8").on("data", (part: string) => {
          answer += part;
        });
        child.once("error", reject);
        child.once("close", (code, signal) =>
          code === 0 ? resolve(answer.trim()) : reject(new Error(`the command ended with ${code ?? `${signal}, after at most ${minutes} minutes`}`)),
        );
        // an assistant need not read what it is told
        child.stdin.once("error", () => {});
        child.stdin.end(`${RULES}\nToday is ${task.today}.\n\n${task.words}\n`);
      });
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  };
