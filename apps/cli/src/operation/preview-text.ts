import { describePreview, type Preview } from "@zoom-webinar/webinar-core/doors";
import { inOurNames, type Names } from "../our-names.ts";
import { withViewerTimes } from "../output/times.ts";

/** How a preview is told to the person at the terminal. */
export interface PreviewReader {
  readonly names: Names;
  /** The reader's own zone: times are said in it, too, if its clocks show something else. */
  viewerZone(): string;
}

/** A preview as lines for a person at the terminal. `isWhole`: however many things and changes there are. */
export const previewText = (preview: Preview, { names, viewerZone }: PreviewReader, isWhole = false): string =>
  withViewerTimes(inOurNames(describePreview(preview, { isWhole }), names), viewerZone);
