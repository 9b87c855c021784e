// What the demo plays on: an emulator of Zoom on a port, an MCP client on the built server, the CLI, and how it tells what happens.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export const fail = (what) => {
  throw new Error(what);
};

/** Says the steps, numbered. */
export const teller = (print = console.log) => {
  let step = 0;
  return {
    step: () => step,
    say: (text) => {
      step += 1;
      print(`${String(step).padStart(2)}. ${text}`);
    },
    note: (text, mark = "") => {
      for (const line of text.split("\n")) print(`      ${mark}${line}`);
    },
  };
};

/** The emulator prints one JSON document when it listens: its URL and the variables that lead there. */
const readStart = async (child) => {
  let text = "";
  child.stdout.setEncoding("utf8");
  const gone = once(child, "exit").then(([code]) => fail(`the emulator ended with ${code}`));
  const listening = (async () => {
    for await (const part of child.stdout) {
      text += part;
      if (text.trimEnd().endsWith("\n}")) return JSON.parse(text);
    }
    return fail("the emulator printed no URL");
  })();
  return Promise.race([gone, listening]);
};

/** Opens the stage: `home` holds everything that is kept. */
export const openStage = async (root, home, { note }) => {
  const cli = join(root, "apps/cli/dist/main.js");
  const emulator = spawn(process.execPath, [cli, "emulator", "--port", "0", "--folder", join(home, "emulator"), "--json"], {
    env: { ...process.env, ZOOM_WEBINAR_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { url, environment } = await readStart(emulator);
  const env = { ...process.env, ZOOM_WEBINAR_HOME: home, ZOOM_EMULATOR: "", ...environment };

  let asked = 0;
  const client = new Client(
    { name: "demo", version: "1.0.0" },
    { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } },
  );
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    asked += 1;
    note("The server asks before it acts, and the demo agrees:");
    note(params.message, "| ");
    return { action: "accept", content: { confirm: true } };
  });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(root, "apps/mcp-stdio/dist/main.js")], env, stderr: "inherit" }),
  );

  const call = async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    if (result.isError) fail(`${name}: ${result.content?.[0]?.text ?? "failed"}`);
    return result.structuredContent;
  };
  return {
    url,
    env,
    call,
    /** Calls a tool that asks first. */
    agree: async (name, args) => {
      const before = asked;
      const answer = await call(name, args);
      return asked === before + 1 ? answer : fail(`${name} asked ${asked - before} times, not once`);
    },
    tools: async () => (await client.listTools()).tools,
    /** Does something that Zoom's API cannot: what people do in their Zoom, and the time that passes. */
    control: async (path, body = {}) => {
      const answer = await fetch(`${url}/emulator${path}`, { method: "POST", body: JSON.stringify(body) });
      const text = await answer.text();
      if (!answer.ok) fail(`${path}: ${text}`);
      return text === "" ? {} : JSON.parse(text);
    },
    mails: async () => (await (await fetch(`${url}/emulator/mails`)).json()).mails,
    cli: async (...words) => (await promisify(execFile)(process.execPath, [cli, ...words], { env })).stdout,
    close: async () => {
      await client.close().catch(() => {});
      emulator.kill();
      if (emulator.exitCode === null) await once(emulator, "exit");
    },
  };
};

/** Opens a file the way that this machine opens files. */
export const openFile = (file, platform = process.platform) => {
  const [command, ...args] = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] }[platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, file], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
};
