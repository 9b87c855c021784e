import type { ReportTotals, ZoomSays } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { countText, minutesText, shareText } from "../format.ts";
import { Figure } from "./figure.tsx";
import { ScrollBox } from "./scroll-box.tsx";

type CountField = {
  [Field in keyof ReportTotals]: ReportTotals[Field] extends number | null ? Field : never;
}[keyof ReportTotals];

interface Line {
  field: CountField;
  name: string;
  write: (value: number | null) => string;
  meaning: string;
}

const LINES: readonly Line[] = [
  { field: "registered", name: "Registered", write: countText, meaning: "Everybody who registered, whatever was decided" },
  { field: "approved", name: "Approved", write: countText, meaning: "Registrations that are approved" },
  { field: "pending", name: "Pending", write: countText, meaning: "Registrations that wait for a decision" },
  { field: "denied", name: "Denied", write: countText, meaning: "Registrations that were refused or cancelled" },
  { field: "show_rate", name: "Show rate", write: shareText, meaning: "Approved registrants who came, of all approved registrants" },
  { field: "attended", name: "Attended", write: countText, meaning: "People who registered and came, without hosts and panelists" },
  { field: "absent", name: "Absent", write: countText, meaning: "Approved registrants who never came, without hosts and panelists" },
  { field: "walk_ins", name: "Walk-ins", write: countText, meaning: "People who came without a registration" },
  { field: "attendees", name: "Attendees", write: countText, meaning: "Everybody who came, without hosts and panelists" },
  { field: "hosts", name: "Hosts", write: countText, meaning: "Hosts who came" },
  { field: "panelists", name: "Panelists", write: countText, meaning: "Panelists who came" },
  {
    field: "average_minutes",
    name: "Average stay",
    write: minutesText,
    meaning: "Mean minutes present, over attendees; two devices at once count once",
  },
  { field: "median_minutes", name: "Median stay", write: minutesText, meaning: "Half of all attendees stayed this long or longer" },
  { field: "peak_concurrent", name: "Peak", write: countText, meaning: "Most attendees present in one second: people, not devices" },
  { field: "rows", name: "Joinings", write: countText, meaning: "Each time that somebody joined, rejoins and devices included" },
];

/** Every figure with what it counts, so that two readers mean the same. */
export const AllFigures = ({ totals, zoom_says, engagement }: { totals: ReportTotals; zoom_says: ZoomSays; engagement: boolean }): VNode => (
  <section class="all">
    <h2 id="all">How it is counted</h2>
    <ScrollBox label="all">
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" class="n">
              Value
            </th>
            <th scope="col">What it counts</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map(({ field, name, write, meaning }) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="n">
                <Figure of={`totals.${field}`} value={totals[field]} text={write(totals[field])} />
              </td>
              <td>{meaning}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Zoom’s participants</th>
            <td class="n">
              <Figure of="zoom_says.participants_count" value={zoom_says.participants_count} text={countText(zoom_says.participants_count)} />
            </td>
            <td>Zoom’s own count, of connections; “–” if Zoom does not give it</td>
          </tr>
          <tr>
            <th scope="row">Zoom’s minutes</th>
            <td class="n">
              <Figure of="zoom_says.total_minutes" value={zoom_says.total_minutes} text={countText(zoom_says.total_minutes)} />
            </td>
            <td>Zoom’s own sum of minutes over all connections</td>
          </tr>
        </tbody>
      </table>
    </ScrollBox>
    {engagement ? (
      <p>
        Engagement is 0 to 100: 70 for the share of the time present, 10 for the share of polls answered, 10 for a question asked, 10 for the survey
        answered. What the webinar does not offer is left out, and the rest is scaled to 100. Attention is not measured.
      </p>
    ) : null}
  </section>
);
