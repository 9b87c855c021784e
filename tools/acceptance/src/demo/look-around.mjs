// What to do next: commands that run as they are, from the folder where the demo was started.
import { relative } from "node:path";

const quoted = (text) => (/^[\w./:@-]+$/.test(text) ? text : `"${text}"`);

/** How a shell of the platform sets variables for the commands that follow. */
const setting = (name, value, platform) => (platform === "win32" ? `$env:${name} = "${value}"` : `export ${name}=${quoted(value)}`);

/** The page that ends the demo. Its commands stand on lines of their own, two spaces in. */
export const lookAround = (home, webinarId, { platform = process.platform, cwd = process.cwd() } = {}) => {
  const shown = relative(cwd, home) || home;
  const cli = "node apps/cli/dist/main.js";
  return `
Look around in what the demo left, from this folder:
  ${setting("ZOOM_WEBINAR_HOME", shown, platform)}
  ${setting("ZOOM_EMULATOR", "1", platform)}
  ${cli} attendance report ${webinarId}
  ${cli} registrants list ${webinarId} --status pending
  ${cli} emulator mails
  ${cli} schedule "a webinar on moonlight on Thursday at 6pm" --user-selection ada@example.com --timezone Europe/Berlin --dry-run

\`pnpm demo --open\` opens the report. With an account of your own: docs/zoom-app.md says which app to make, \`${cli} auth login\` signs in.`;
};
