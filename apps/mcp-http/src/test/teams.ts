import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore } from "@zoom-webinar/foundation";
import { createEmulator, type Emulator } from "@zoom-webinar/zoom-emulator";
import type { OpenedHttp } from "../open-http.ts";
import { openHttpForTest } from "./open.ts";

/** A Zoom account that knows one app only. */
export interface TeamAccount {
  readonly name: string;
  readonly emulator: Emulator;
}

/** Accounts with the same ids and other topics, and a server for all of them. */
export interface ServedTeams {
  readonly server: OpenedHttp;
  readonly accounts: readonly TeamAccount[];
  /** Folders of the server: profiles in `config`, tokens in `state`. */
  readonly home: string;
  close(): Promise<void>;
}

const appOf = (name: string) => ({ accountId: `account-${name}`, clientId: `client-${name}`, clientSecret: `secret-of-${name}` });

/** Starts an account for each name, and a server whose bearer token "token-NAME" belongs to the team NAME; "token-stranger" belongs to none. */
export const serveTeams = async (names: readonly string[], argv: readonly string[] = []): Promise<ServedTeams> => {
  const home = mkdtempSync(join(tmpdir(), "zw-teams-"));
  const accounts = names.map((name) => ({ name, emulator: createEmulator({ seed: "same", strictAuth: true, apps: [appOf(name)] }) }));
  const profiles = await Promise.all(
    accounts.map(async ({ name, emulator }) => {
      const { url } = await emulator.listen();
      return [name, { kind: "server-to-server", ...appOf(name), oauthBaseUrl: url, createdAt: "2027-01-01T00:00:00Z" }] as const;
    }),
  );
  mkdirSync(join(home, "config"), { mode: 0o700 });
  await fileStore({ folder: join(home, "config") }).set("profiles", JSON.stringify(Object.fromEntries(profiles)));
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  const tokens = [...names, "stranger"].map((name) => `bot-${name} ${hash(`token-${name}`)} webinars:delete`);
  writeFileSync(join(home, "tokens"), tokens.join("\n"));
  const document = { teams: names.map((name) => ({ name, profile: name, callers: [{ token: `bot-${name}` }] })) };
  writeFileSync(join(home, "principals.json"), JSON.stringify(document), { mode: 0o600 });

  const flags = ["--auth", "bearer", "--tokens", join(home, "tokens"), "--principals", join(home, "principals.json"), ...argv];
  const server = await openHttpForTest(flags, { ZOOM_WEBINAR_HOME: home });
  const close = async () => {
    await server.close();
    await Promise.all(accounts.map(({ emulator }) => emulator.close()));
    rmSync(home, { recursive: true, force: true });
  };
  return { server, accounts, home, close };
};
