import { InputError } from "@zoom-webinar/foundation";
import type { Session } from "@zoom-webinar/webinar-core";
import { type Catalog, type CatalogEntry, didYouMean, listed } from "@zoom-webinar/webinar-core/doors";

/** Which tools are listed: "standard", "minimal", "full", or resources: "webinars,registrants". */
export type Surface = string;

/** Listed by `standard`: the tools that the Python server had or promised, under its names, and what everybody needs besides. */
const STANDARD = [
  "auto_configure_zoom",
  "configure_zoom",
  "get_token_status",
  "refresh_token",
  "get_users",
  "list_users_for_selection",
  "list_webinars",
  "get_webinar",
  "create_webinar",
  "create_webinar_interactive",
  "create_recurring_webinar",
  "schedule_webinar_from_prompt",
  "schedule_recurring_webinar_from_prompt",
  "update_webinar",
  "update_webinar_status",
  "delete_webinar",
  "list_webinar_registrants",
  "find_registrant_by_email",
  "add_webinar_registrant",
  "import_registrants",
  "get_import",
  "cancel_import",
  "approve_webinar_registrants",
  "update_webinar_registrant_status",
  "delete_webinar_registrant",
  "list_panelists",
  "add_panelists",
  "remove_panelist",
  "remove_all_panelists",
  "get_webinar_polls",
  "create_webinar_poll",
  "create_webinar_invite_links",
  "list_webinar_participants",
  "get_webinar_absentees",
  "list_webinar_qa",
];

/** Whole resources of `standard`: what happened at a webinar as one table. */
const STANDARD_RESOURCES = ["attendance"];

const MINIMAL = [
  "get_users",
  "list_webinars",
  "get_webinar",
  "create_webinar",
  "delete_webinar",
  "list_webinar_registrants",
  "add_webinar_registrant",
  "list_webinar_participants",
];

const NAMED: readonly Surface[] = ["standard", "minimal", "full"];

/** What a surface lists and offers. */
export interface Offer {
  /** The operations that are listed as tools, in the catalog's order. */
  readonly listed: Catalog;
  /** The operations that can be found and run: all that the session allows if the surface has the runners, else those that are listed. */
  readonly reachable: Catalog;
  /** Whether `run_read_operation` and `run_write_operation` are there to reach what is not listed. */
  readonly hasRunners: boolean;
}

const resourceOf = ({ id }: Pick<CatalogEntry, "id">): string => id.slice(0, id.indexOf("."));
const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/[-_ ]/g, "");

/** The resources that a list names, as the catalog writes them. Throws `InputError` for an unknown one, with the nearest. */
const toResources = (surface: Surface, catalog: Catalog): Set<string> => {
  const known = new Map(catalog.map((entry) => [plain(resourceOf(entry)), resourceOf(entry)]));
  return new Set(
    surface.split(",").map((name) => {
      const resource = known.get(plain(name));
      if (resource !== undefined) return resource;
      const near = didYouMean(name.trim(), [...NAMED, ...known.values()]);
      throw InputError.at(
        "--surface",
        `there is no surface or resource called "${name.trim()}"`,
        near === null ? `One of ${NAMED.join(", ")}, or a list of: ${[...known.values()].join(", ")}.` : `Did you mean ${near}?`,
      );
    }),
  );
};

/**
 * The operations that a server offers. Read-only, and what the operator does not reveal, beat every surface: what the session refuses is not there.
 * Throws `InputError` for an unknown surface.
 */
export const offerOf = (catalog: Catalog, surface: Surface, session: Pick<Session, "safety" | "reveal">): Offer => {
  const allowed = listed(catalog, session);
  if (surface === "full") return { listed: allowed, reachable: allowed, hasRunners: false };
  if (NAMED.includes(surface)) {
    const tools = new Set(surface === "minimal" ? MINIMAL : STANDARD);
    const resources = new Set(surface === "minimal" ? [] : STANDARD_RESOURCES);
    return {
      listed: allowed.filter((entry) => tools.has(entry.tool) || resources.has(resourceOf(entry))),
      reachable: allowed,
      hasRunners: true,
    };
  }
  const resources = toResources(surface, catalog);
  const chosen = allowed.filter((entry) => resources.has(resourceOf(entry)));
  return { listed: chosen, reachable: chosen, hasRunners: false };
};

/** Names of the surfaces that no tool or resource has: for the test that keeps the lists honest. */
export const missingFrom = (catalog: Catalog): string[] => {
  const known = new Set(catalog.flatMap((entry) => [entry.tool, resourceOf(entry)]));
  return [...STANDARD, ...STANDARD_RESOURCES, ...MINIMAL].filter((name) => !known.has(name));
};
