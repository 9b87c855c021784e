import type { Profile } from "@zoom-webinar/auth";
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
  const workshop = openWorkshop(call);
  const rows = [...(await workshop.profiles.list())].map(([name, profile]) => toRow(name, profile));
  await workshop.close();
  if (rows.length === 0) await call.output.remark("No profiles; zoom-webinar auth login makes one.");
  await call.output.show({ value: { profiles: rows }, shape: { list: "profiles", columns: COLUMNS } });
};
