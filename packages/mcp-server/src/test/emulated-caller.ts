import { connectModern } from "@zoom-webinar/testing/connect";
import type { SessionOptions } from "@zoom-webinar/webinar-core";
import { NO_FILES } from "@zoom-webinar/webinar-core";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { createServerFactory } from "../server-factory.ts";
import { createJobs } from "../tools/jobs.ts";

interface Answer {
  isError?: boolean;
  structuredContent: Record<string, unknown> & { error?: { code: string; details: { confirm_token: string } } };
}

/** A client on the emulator, with its state in a folder; `patienceMs`: how long a call waits for a long operation. */
export const emulatedCaller = async (
  stateFolder: string,
  more: SessionOptions = {},
  { principal = "ada", patienceMs = 20_000, latencyMs = 0 } = {},
) => {
  const emulator = createEmulator({ rateLimits: false });
  const send: typeof emulator.send = async (request) => {
    if (latencyMs > 0 && request.method === "POST") await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return emulator.send(request);
  };
  const session = createSession({ credentials: DEMO_CREDENTIALS, send, stateFolder, safety: "confirm", files: NO_FILES, pace: false, ...more });
  const jobs = createJobs(patienceMs);
  const { client, close } = await connectModern(createServerFactory({ session, version: "1.0.0", principal, jobs, surface: "full" }));
  const call = async (name: string, args: Record<string, unknown>) => (await client.callTool({ name, arguments: args })) as Answer;
  return {
    emulator,
    jobs,
    call,
    /** Calls twice: for the preview, and with its token. */
    agreed: async (name: string, args: Record<string, unknown>) => {
      const token = (await call(name, args)).structuredContent.error?.details.confirm_token;
      return call(name, { ...args, confirm_token: token });
    },
    end: async () => {
      await jobs.stop();
      await close();
    },
  };
};
