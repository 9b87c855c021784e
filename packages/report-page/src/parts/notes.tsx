import type { VNode } from "preact";
import { safeText } from "../format.ts";

/** What the report says about itself. */
export const Notes = ({ notes }: { notes: readonly string[] }): VNode | null =>
  notes.length === 0 ? null : (
    <section class="notes">
      <h2>Notes</h2>
      <ul>
        {notes.map((note) => (
          <li>{safeText(note)}</li>
        ))}
      </ul>
    </section>
  );

/** Says at the top that the figures may still change. */
export const Unfinished = ({ complete }: { complete: boolean }): VNode | null =>
  complete ? null : (
    <p class="banner" role="note">
      <strong>Not complete yet.</strong> Zoom has not finished its data; the notes say when to look again.
    </p>
  );
