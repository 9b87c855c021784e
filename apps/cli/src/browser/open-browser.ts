import { spawn } from "node:child_process";
import type { Io } from "../io.ts";
import { canAsk } from "../questions.ts";

/** How this platform opens a link; the link is an argument of its own, never part of a command line that a shell reads. */
export const openerOf = (platform: NodeJS.Platform): readonly [command: string, ...args: string[]] => {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return ["xdg-open"];
};

/** Whether a browser of this machine would open where the person sits. */
const hasBrowser = (io: Io): boolean => {
  const { env } = io;
  if (!canAsk(io)) return false;
  if ((env.SSH_CONNECTION ?? "") !== "" || (env.CI ?? "") !== "") return false;
  return process.platform !== "linux" || (env.DISPLAY ?? "") !== "" || (env.WAYLAND_DISPLAY ?? "") !== "";
};

const start = (url: string): Promise<boolean> => {
  const [command, ...args] = openerOf(process.platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
};

/** Opens a web address in the person's browser. False for anything else, if there is no browser, or it cannot be started. */
export const openBrowser = async (url: string, io: Io): Promise<boolean> => {
  if (!/^https?:\/\//.test(url)) return false;
  if (io.openLink !== undefined) return io.openLink(url);
  return hasBrowser(io) ? start(url) : false;
};
