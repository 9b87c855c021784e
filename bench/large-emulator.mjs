// The emulator's large world on a port of this machine, in a process of its own: for measurements of the client. Needs built packages.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const SELF = fileURLToPath(import.meta.url);

/** Starts it: its address, the webinar that 100,000 people signed up for, and `stop`. */
export const startLargeEmulator = () =>
  new Promise((done, fail) => {
    const child = fork(SELF, ["serve"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.once("message", ({ url, webinarId }) => done({ url, webinarId, stop: () => child.kill() }));
    child.once("exit", (code) => fail(new Error(`the emulator ended with ${code}`)));
  });

if (process.argv[1] === SELF && process.argv[2] === "serve") {
  const { createEmulator } = await import("../packages/zoom-emulator/dist/index.js");
  const emulator = createEmulator({ world: "large", rateLimits: false });
  const webinars = await emulator.state.webinars();
  const { url } = await emulator.listen();
  process.send({ url, webinarId: String(webinars.find(({ topic }) => topic === "The big one").id) });
  process.once("disconnect", () => process.exit());
}
