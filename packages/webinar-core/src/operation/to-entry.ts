import type { CatalogEntry } from "./catalog.ts";
import { type AnyOperation, titleOf } from "./operation.ts";
import { sectionOf } from "./sections.ts";

/** What a catalog says of an operation before it is loaded. */
export const toEntry = (operation: AnyOperation): Omit<CatalogEntry, "load"> => {
  const { id, tool, summary, effect, emails, idempotent, local = false, confirms, long, preview, reveals, rows, cli = {} } = operation;
  const { alias, offers, verbs, actions, isHidden, first, positional = [], examples = [] } = cli;
  const needs = needsOf(operation);
  return {
    id,
    tool,
    title: titleOf(operation),
    summary,
    effect,
    emails,
    idempotent,
    local,
    section: sectionOf(id),
    ...(confirms ? { confirms } : {}),
    ...(preview !== undefined && effect !== "read" ? { previews: true as const } : {}),
    ...(long ? { long } : {}),
    ...(reveals ? { reveals } : {}),
    ...(rows ? { rows } : {}),
    ...(alias ? { alias } : {}),
    ...(offers ? { offers: offers.fields, offersBy: offers.label[0] } : {}),
    ...(verbs ? { verbs } : {}),
    ...(actions ? { actions } : {}),
    ...(isHidden ? { isHidden } : {}),
    ...(first === undefined ? {} : { first }),
    positional,
    ...(Object.keys(needs).length === 0 ? {} : { needs }),
    examples,
  };
};

/** What has to be typed for a call to be about something: a webinar, a host. A flag that reads a list can stand for the people of it. */
const needsOf = ({ input, cli: { positional = [], host, everyone } = {} }: AnyOperation): Record<string, string> => {
  const missing = new Set((input.safeParse({}).error?.issues ?? []).flatMap(({ path: [name] }) => (typeof name === "string" ? [name] : [])));
  const isNeeded = (name: string) => missing.has(name) && name !== everyone?.field;
  return {
    ...Object.fromEntries(positional.filter(isNeeded).map((name) => [name, ""])),
    ...(host !== undefined && !positional.includes(host) && isNeeded(host) ? { [host]: "--host" } : {}),
  };
};
