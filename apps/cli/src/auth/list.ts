import type { Profile } from "@zoom-webinar/auth";
import { write } from "../io.ts";
import { toJson } from "../output/json.ts";
import { aligned, tabbed } from "../output/table.ts";
import { type AuthCall, openWorkshop } from "./call.ts";

const COLUMNS = ["name", "kind", "account_id", "user", "client_id", "created_at"];

/** What may be shown of a profile: never a secret. */
export const toRow = (name: string, profile: Profile) => ({
  name,
  kind: profile.kind,
  account_id: profile.kind === "server-to-server" ? profile.accountId : null,
  user: profile.kind === "user" ? (profile.user?.email ?? null) : null,
  client_id: profile.clientId,
  created_at: profile.createdAt,
});

/** Lists the profiles. */
export const list = async (call: AuthCall): Promise<void> => {
  const { io } = call.deps;
  const workshop = openWorkshop(call);
  const rows = [...(await workshop.profiles.list())].map(([name, profile]) => toRow(name, profile));
  await workshop.close();
  if (call.display.json) return write(io.stdout, `${toJson({ profiles: rows }, 2)}\n`);
  if (rows.length === 0) return write(io.stdout, "No profiles; zoom-webinar auth login makes one.\n");
  const { isTTY, columns: width = 80 } = io.stdout;
  return write(io.stdout, isTTY === true ? await aligned(COLUMNS, rows, { width, color: call.display.isColored(io.stdout) }) : tabbed(COLUMNS, rows));
};
