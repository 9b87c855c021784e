import { readServerCommand } from "@zoom-webinar/mcp-server";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { HTTP_FLAGS } from "../http-options.ts";
import { type OpenedHttp, openHttp } from "../open-http.ts";

/** The whole server in this process, on a free port, as its flags say; an emulator lives in memory. */
export const openHttpForTest = async (argv: readonly string[], env: Readonly<Record<string, string>>, lines: string[] = []): Promise<OpenedHttp> => {
  const command = readServerCommand(HTTP_FLAGS, { argv: ["--port", "0", ...argv], env });
  if (command.wants !== null) throw new Error("these flags serve nothing");
  const loadEmulator = async () => {
    const { send, close } = createEmulator({ rateLimits: false });
    return { send, close, credentials: { kind: "server-to-server" as const, ...DEMO_CREDENTIALS } };
  };
  return openHttp({ ...command, env, cwd: "/", version: "1.0.0", loadEmulator, say: (line) => void lines.push(line) });
};
