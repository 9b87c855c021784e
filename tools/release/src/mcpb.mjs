// The manifest of the .mcpb bundle, which Claude Desktop installs by a double click.
import { CREDENTIALS } from "./server-json.mjs";

const keyOf = (variable) => variable.toLowerCase();

/** The manifest for a version, with the tools of the standard surface. */
export const mcpbManifest = ({ version, repository, tools }) => ({
  manifest_version: "0.3",
  name: "zoom-webinar",
  display_name: "Zoom Webinar",
  version,
  description: "Run Zoom webinars: plan, register people, manage panelists and polls, and see who came.",
  long_description:
    "Plans and repeats webinars, registers and approves people, manages panelists, polls, surveys and branding, and says afterwards who came. Calls that delete, or that make Zoom write to people, show what they will touch and run only after a yes. Leave the credentials empty to try it on the built-in emulator.",
  author: { name: "Zoom Webinar contributors" },
  license: "MIT",
  ...(repository === "" ? {} : { repository: { type: "git", url: repository } }),
  icon: "icon.png",
  keywords: ["zoom", "webinar", "events", "registrants", "attendance"],
  server: {
    type: "node",
    entry_point: "server/main.js",
    mcp_config: {
      command: "node",
      args: [`\${__dirname}/server/main.js`],
      env: Object.fromEntries(CREDENTIALS.map(({ name }) => [name, `\${user_config.${keyOf(name)}}`])),
    },
  },
  tools,
  user_config: Object.fromEntries(
    CREDENTIALS.map(({ name, title, description }) => [
      keyOf(name),
      { type: "string", title, description, sensitive: true, required: false, default: "" },
    ]),
  ),
  compatibility: { platforms: ["darwin", "win32", "linux"], runtimes: { node: ">=20.19.0" } },
});
