// What to do next: commands that run as they are.
import { join } from "node:path";

/** How a shell of the platform names the command, and sets and removes variables for the commands that follow. */
const SHELLS = {
  posix: {
    command: (script) => `alias zoom-webinar='node "${script}"'`,
    set: (name, value) => `export ${name}="${value}"`,
    remove: (names) => `unset ${names.join(" ")}`,
  },
  windows: {
    command: (script) => `function zoom-webinar { node "${script}" @args }`,
    set: (name, value) => `$env:${name} = "${value}"`,
    remove: (names) => `Remove-Item ${names.map((name) => `Env:${name}`).join(", ")}`,
  },
};

/**
 * The page that ends the demo. Its commands stand on lines of their own, two spaces in; they run in any folder.
 * `start` is how the demo was started.
 */
export const lookAround = ({ root, home, webinarId, start, platform = process.platform }) => {
  const { command, set, remove } = platform === "win32" ? SHELLS.windows : SHELLS.posix;
  return `
Look around in what the demo left:
  ${command(join(root, "apps/cli/dist/main.js"))}
  ${set("ZOOM_WEBINAR_HOME", home)}
  ${set("ZOOM_EMULATOR", "1")}
  zoom-webinar attendance report ${webinarId}
  zoom-webinar registrants list ${webinarId} --status pending
  zoom-webinar emulator mails
  zoom-webinar schedule "a webinar on moonlight on Thursday at 6pm" --host ada@example.com --timezone Europe/Berlin --dry-run

Then leave the demo's data:
  ${remove(["ZOOM_WEBINAR_HOME", "ZOOM_EMULATOR"])}

\`${start} --open\` opens the report. With an account of your own: docs/zoom-app.md says which app to make, \`zoom-webinar auth login\` signs in.`;
};
