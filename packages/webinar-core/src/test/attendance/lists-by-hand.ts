import type { ReportInput } from "../../attendance/engine/input.ts";

// What the count by hand reads: times, names and the lists of people. It shares no code with the engine.

/** Somebody on a list, with all that the lists say of them. */
interface Known {
  label: string;
  ids: string[];
  registrationIds: string[];
  email: string;
  accounts: string[];
  registrations: { id: string; name: string; status: string; created: number; email: string }[];
  panelist: boolean;
  host: boolean;
  panelistName: string;
  hostName: string;
}

export const second = (text: string | number | undefined): number | null => {
  if (typeof text === "number") return text;
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(text ?? "");
  if (text === undefined || form === null) return null;
  // A day that does not exist comes back as another one.
  if (new Date(`${form[0]}Z`).toISOString().slice(0, 19) !== form[0]) return null;
  return Math.floor(new Date(text).getTime() / 1000);
};
export const at = (time: number): string => `${new Date(time * 1000).toISOString().split(".")[0]}Z`;
export const plain = (name: string | undefined): string => [...(name ?? "")].filter((letter) => letter !== "\0").join("");
export const nameKey = (name: string | undefined): string => {
  let words = plain(name)
    .normalize("NFC")
    .split(/\s/)
    .filter((word) => word !== "")
    .join(" ");
  const open = words.lastIndexOf(" (");
  if (open >= 0 && words.endsWith(")") && !/[()]/.test(words.slice(open + 2, -1))) words = words.slice(0, open);
  return words.toLowerCase();
};
export const address = (email: string | undefined): string => (email ?? "").trim().toLowerCase();
/** Halves up, to one decimal, in whole numbers: `over / under` minutes. */
export const tenths = (over: number, under: number): number => Number((20n * BigInt(over) + BigInt(under)) / (2n * BigInt(under))) / 10;

export const listEverybody = ({ registrants, panelists, hosts }: ReportInput): Known[] => {
  const known: Known[] = [];
  const called = (email: string): Known => {
    const there = email === "" ? undefined : known.find((each) => each.email === email);
    if (there) return there;
    const fresh: Known = {
      label: `listed ${known.length}`,
      ids: [],
      registrationIds: [],
      email,
      accounts: [],
      registrations: [],
      panelist: false,
      host: false,
      panelistName: "",
      hostName: "",
    };
    known.push(fresh);
    return fresh;
  };
  for (const row of registrants ?? []) {
    const who = called(address(row.email));
    if (row.id) {
      who.ids.push(row.id);
      who.registrationIds.push(row.id);
    }
    const name = `${plain(row.first_name).trim()} ${plain(row.last_name).trim()}`.trim();
    const created = second(row.create_time) ?? -1;
    who.registrations.push({ id: row.id ?? "", name, status: row.status ?? "", created, email: address(row.email) });
  }
  for (const row of panelists ?? []) {
    const who = called(address(row.email));
    who.panelist = true;
    who.panelistName ||= plain(row.name).trim();
    if (row.id) {
      who.ids.push(row.id);
      who.accounts.push(row.id);
    }
  }
  for (const row of hosts) {
    const who = called(address(row.email));
    who.host = true;
    who.hostName ||= plain(row.name).trim();
    if (row.account_id) who.accounts.push(row.account_id);
  }
  return known;
};

/** The registration that counts: the newest approved one, else the newest. */
export const counting = ({ registrations }: Known) => {
  const approved = registrations.filter(({ status }) => status === "approved");
  const among = approved.length > 0 ? approved : registrations;
  const newest = Math.max(...among.map(({ created }) => created));
  return among.filter(({ created }) => created === newest).at(-1);
};
