import { CLIENTS, type McpClient, type Place } from "./clients.ts";
import { entryFor } from "./entry.ts";
import { mergeServer, SERVER_NAME, type ServerEntry } from "./merge.ts";

/** How one assistant learns of our server. */
export interface ClientSnippet {
  client: string;
  title: string;
  /** Where it belongs on this platform. */
  file: string;
  format: McpClient["format"];
  /** The whole file, if there is nothing else in it. */
  text: string;
  /** A link that adds it with one click; null for assistants without such links. */
  link: string | null;
}

const VSCODE = "https://vscode.dev/redirect?url=vscode:mcp/install?";
const CURSOR = "https://cursor.com/en/install-mcp";

const LINKS: Readonly<Record<string, (entry: ServerEntry) => string>> = {
  vscode: (entry) => `${VSCODE}${encodeURIComponent(JSON.stringify({ name: SERVER_NAME, ...entry }))}`,
  cursor: (entry) => `${CURSOR}?name=${SERVER_NAME}&config=${encodeURIComponent(Buffer.from(JSON.stringify(entry)).toString("base64"))}`,
};

/** How every assistant learns of our server, as `mcp install` writes it. */
export const snippetsFor = (entry: ServerEntry, place: Place): ClientSnippet[] =>
  Object.entries(CLIENTS).map(([name, client]) => ({
    client: name,
    title: client.title,
    file: client.file(place),
    format: client.format,
    text: mergeServer("", client, { ...client.extra, ...entry }, client.file(place)),
    link: LINKS[name]?.(entry) ?? null,
  }));

/** The entry that starts the published package by npx, as an install from npm writes it. */
export const npxEntry = (platform: Place["platform"]): ServerEntry =>
  entryFor({ execPath: "node", script: "/_npx/zoom-webinar", version: null, platform }, { profile: undefined, emulator: false });
