import { InputError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed } from "./if-allowed.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** What has to be read so that dates which were called off are among those of a series, whether or not Zoom lists them otherwise. */
export const WITH_CALLED_OFF = { show_previous_occurrences: true } as const;

/** Throws `InputError` if one of these dates was called off: Zoom takes many a call for such a date, and nobody notices anything of it. */
export const assertStand = ({ occurrences = [] }: Pick<Webinar, "occurrences">, ids: readonly string[], field = "occurrence_id"): void => {
  const gone = occurrences.find(({ occurrence_id, status }) => status === "deleted" && ids.includes(occurrence_id ?? ""));
  if (gone === undefined) return;
  const which = ids.length === 1 ? "" : `: ${gone.occurrence_id}`;
  throw InputError.at(field, `is called off already${which}`, "Among the webinar's dates, called-off ones have the status deleted.");
};

/** The same for a call that has not read the webinar. Reads nothing if no date is named. */
export const assertDatesStand = async (zoom: ZoomClient, webinarId: string, ids: readonly (string | undefined)[]): Promise<void> => {
  const named = ids.filter((id) => id !== undefined);
  if (named.length === 0) return;
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query: WITH_CALLED_OFF }));
  if (webinar !== null) assertStand(webinar, named);
};
