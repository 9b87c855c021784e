import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";
import type { Consequence, Preview } from "../../operation/preview.ts";
import { webinarTarget } from "../../operation/preview-change.ts";
import { type Panelist, readPanelists } from "../panelists/people.ts";

/** What of the branding a panelist has chosen. */
type Look = "name_tag_id" | "virtual_background_id";

const WORDS: Readonly<Record<Look, string>> = { name_tag_id: "name tag", virtual_background_id: "virtual background" };

/** The webinar's panelists, null if the app may not read them. */
export const wornBy = async (zoom: ZoomClient, webinarId: string): Promise<readonly Panelist[] | null> => {
  const panelists = await ifAllowed(() => readPanelists(zoom, webinarId));
  return panelists && [...panelists.values()];
};

/** Whose own choice is taken away when one thing, or with null nothing, goes to every panelist. */
export const takenOver = (look: Look, id: string | null, forAll: boolean, panelists: readonly Panelist[] | null): Consequence[] => {
  if (!forAll) return [];
  if (panelists === null) return [{ kind: "lost", text: `Every panelist who has a ${WORDS[look]} of their own loses it.` }];
  const losing = panelists.filter((panelist) => panelist[look] !== undefined && panelist[look] !== "" && panelist[look] !== id);
  return losing.length === 0
    ? []
    : [{ kind: "lost", text: `${countOf(losing.length, "panelist loses", "panelists lose")} the ${WORDS[look]} that they have.` }];
};

/** The preview of a call that makes one thing of the branding the default, or with null nothing. */
export const previewDefault = async (
  zoom: ZoomClient,
  { webinar_id, look, id, forAll, summary }: { webinar_id: string; look: Look; id: string | null; forAll: boolean; summary: string },
): Promise<Preview> => {
  const consequences = forAll ? takenOver(look, id, forAll, await wornBy(zoom, webinar_id)) : [];
  return { summary, targets: [await webinarTarget(zoom, webinar_id)], consequences, recipients: null, reversible: consequences.length === 0 };
};
