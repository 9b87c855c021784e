import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Where an assistant keeps its servers, and in which form. */
export interface McpClient {
  readonly title: string;
  readonly format: "json" | "toml";
  /** The object that holds the servers. */
  readonly key: string;
  /** Fields that this assistant wants beside the command. */
  readonly extra: Readonly<Record<string, string>>;
  file(place: Place): string;
  /** The person's own folder of skills; absent for an assistant without one: skills also come over MCP. */
  skills?(place: Place): string;
}

/** What a file's place depends on. */
export interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The place of this process; HOME beats the account's own folder. */
export const placeOf = (env: Place["env"]): Place => ({ platform: process.platform, env, home: env.HOME ?? env.USERPROFILE ?? homedir() });

/** Where applications keep their settings. */
const appData = ({ platform, env, home }: Place): string => {
  if (platform === "darwin") return join(home, "Library", "Application Support");
  return platform === "win32" ? (env.APPDATA ?? join(home, "AppData", "Roaming")) : (env.XDG_CONFIG_HOME ?? join(home, ".config"));
};

const json = { format: "json", key: "mcpServers", extra: {} } as const;

/** The assistants whose files we know, by the word that names them. */
export const CLIENTS: Readonly<Record<string, McpClient>> = {
  "claude-desktop": { ...json, title: "Claude Desktop", file: (place) => join(appData(place), "Claude", "claude_desktop_config.json") },
  "claude-code": {
    ...json,
    title: "Claude Code",
    extra: { type: "stdio" },
    file: ({ home }) => join(home, ".claude.json"),
    skills: ({ home }) => join(home, ".claude", "skills"),
  },
  vscode: {
    ...json,
    title: "VS Code",
    key: "servers",
    extra: { type: "stdio" },
    file: (place) => join(appData(place), "Code", "User", "mcp.json"),
    skills: ({ home }) => join(home, ".copilot", "skills"),
  },
  cursor: { ...json, title: "Cursor", file: ({ home }) => join(home, ".cursor", "mcp.json"), skills: ({ home }) => join(home, ".cursor", "skills") },
  codex: {
    title: "Codex",
    format: "toml",
    key: "mcp_servers",
    extra: {},
    file: ({ home }) => join(home, ".codex", "config.toml"),
    skills: ({ home }) => join(home, ".codex", "skills"),
  },
  gemini: {
    ...json,
    title: "Gemini CLI",
    file: ({ home }) => join(home, ".gemini", "settings.json"),
    skills: ({ home }) => join(home, ".gemini", "skills"),
  },
  windsurf: {
    ...json,
    title: "Windsurf",
    file: ({ home }) => join(home, ".codeium", "windsurf", "mcp_config.json"),
    skills: ({ home }) => join(home, ".codeium", "windsurf", "skills"),
  },
};

/** True for an assistant that is on this machine: its configuration is there, or the folder in which it keeps skills. */
export const isHere = ({ file, skills }: McpClient, place: Place): boolean =>
  existsSync(file(place)) || (skills !== undefined && existsSync(dirname(skills(place))));
