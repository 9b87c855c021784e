import { describePreview, type Preview } from "@zoom-webinar/webinar-core/doors";
import { inOurNames, type Names } from "../our-names.ts";
import { withViewerTimes } from "../output/times.ts";

/** How a preview is told to the person at the terminal. */
export interface PreviewReader {
  readonly names: Names;
  /** The reader's own zone: times are said in it, too, if its clocks show something else. */
  viewerZone(): string;
}

/** A preview in our own names. What it touches stays as it is called: people name webinars, and themselves. */
const inNames = (preview: Preview, names: Names): Preview => {
  const said = (text: string) => inOurNames(text, names);
  const { summary, changes = [], consequences = [], recipients, undo, notes = [] } = preview;
  return {
    ...preview,
    summary: said(summary),
    changes: changes.map(said),
    consequences: consequences.map((one) => ({ ...one, text: said(one.text) })),
    recipients: recipients === null ? null : { ...recipients, why: said(recipients.why) },
    notes: notes.map(said),
    ...(undo === undefined ? {} : { undo: said(undo) }),
  };
};

/** A preview as lines for a person at the terminal. `isWhole`: however many things and changes there are. */
export const previewText = (preview: Preview, { names, viewerZone }: PreviewReader, isWhole = false): string =>
  withViewerTimes(describePreview(inNames(preview, names), { isWhole }), viewerZone);
