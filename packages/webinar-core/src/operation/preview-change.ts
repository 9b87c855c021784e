import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { showInZone } from "../time/start-time.ts";
import { ifAllowed } from "./if-allowed.ts";
import { changeLines, isLasting, type LossOptions, lossesOf } from "./losses.ts";
import type { Consequence, Preview, PreviewTarget } from "./preview.ts";
import { SERIES } from "./series.ts";

/** A change as it is previewed: what is there, and what will be sent. */
export interface PreviewedChange extends LossOptions {
  summary: string;
  targets: readonly PreviewTarget[];
  /** Null if it cannot be read. */
  before: object | null;
  after: object;
  /** What the change does besides, which the two states do not show. */
  also?: readonly Consequence[];
  /** Fields of `after`, by dotted path, that are not part of what is there. */
  skip?: ReadonlySet<string>;
}

/** The preview of a change that mails nobody now: what differs, and what is lost. */
export const previewChange = ({ summary, targets, before, after, also = [], skip, ...options }: PreviewedChange): Preview => {
  const consequences = [...lossesOf(before, after, options), ...also];
  return {
    summary,
    targets,
    changes: changeLines(before, after, { ...options, said: consequences, ...(skip === undefined ? {} : { skip }) }),
    consequences,
    recipients: null,
    reversible: !consequences.some(isLasting),
  };
};

/** When a webinar is, for whoever has to recognise it: of a series the first date that is listed and not called off. */
export const startToShow = (
  webinar: Pick<ReplyOf<"GET /webinars/{webinarId}">, "type" | "start_time" | "occurrences"> | null,
): string | undefined => {
  if (webinar?.type !== SERIES || webinar.occurrences === undefined) return webinar?.start_time;
  return webinar.occurrences.find(({ status }) => status !== "deleted")?.start_time;
};

/** A webinar for a preview, by topic and start if the app may read it. Throws `NotFoundError` if there is none. */
export const webinarTarget = async (zoom: ZoomClient, webinarId: string): Promise<PreviewTarget> => {
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
  const { topic, timezone = "UTC" } = webinar ?? {};
  const start_time = startToShow(webinar);
  const label = [topic, start_time && (await showInZone(start_time, timezone))].filter(Boolean).join(", ");
  return { kind: "webinar", id: webinarId, ...(label === "" ? {} : { label }) };
};

/** What is there before a change: `{}` if Zoom has nothing of the kind yet, null if the app may not read it. */
export const readBefore = async <Reply extends object>(call: () => Promise<Reply>): Promise<Reply | Record<string, never> | null> =>
  ifAllowed(async () => {
    try {
      return await call();
    } catch (error) {
      if (isZoomWebinarError(error) && error.code === "not_found") return {};
      throw error;
    }
  });
