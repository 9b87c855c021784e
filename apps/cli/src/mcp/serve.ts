import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NotFoundError } from "@zoom-webinar/foundation";

/** Starts one of our MCP servers in this process, with these words as its command line; the server ends the process itself. */
export const serve = (name: "mcp-stdio" | "mcp-http", argv: readonly string[]): void => {
  const main = findMain(name);
  process.argv = [process.execPath, main, ...argv];
  // Not import(): bundled as CommonJS it becomes a require() that takes no URL, and the server is CommonJS itself.
  createRequire(main)(main);
};

/** The server's program: in its installed package, else beside this program in the repository. */
const findMain = (name: string): string => {
  const script = realpathSync(process.argv[1] ?? "");
  const candidates = [
    () =>
      createRequire(script)
        .resolve(`@zoom-webinar/${name}/package.json`)
        .replace(/package\.json$/, join("dist", "main.js")),
    () => join(dirname(script), "../..", name, "dist", "main.js"),
  ];
  for (const candidate of candidates) {
    try {
      return realpathSync(candidate());
    } catch {
      // not there: the next one
    }
  }
  throw new NotFoundError(`The server @zoom-webinar/${name} is not installed beside this command.`, {
    hint: "Install the package zoom-webinar: it has the servers, too.",
  });
};
