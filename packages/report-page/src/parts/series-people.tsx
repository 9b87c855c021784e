import type { SeriesPerson } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { counted, countText, minutesText, safeText } from "../format.ts";
import { ScrollBox } from "./scroll-box.tsx";

const SECONDS_A_MINUTE = 60;

/** Everybody who came to a date, those who came most often first. */
export const SeriesPeople = ({ people, dates }: { people: readonly SeriesPerson[]; dates: number }): VNode => (
  <section class="people">
    <h2 id="people">{`People (${countText(people.length)})`}</h2>
    <ScrollBox label="people">
      <table class="sortable">
        <caption>{`Who came to how many of ${counted(dates, "date")}, hosts and panelists left out`}</caption>
        <thead>
          <tr>
            <th scope="col" data-sort="text">
              Name
            </th>
            <th scope="col" data-sort="text">
              E-mail
            </th>
            <th scope="col" data-sort="number" class="n">
              Dates
            </th>
            <th scope="col" data-sort="number" class="n">
              Minutes
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, email, dates_came, seconds }) => (
            <tr>
              <th scope="row">{safeText(name ?? "") || "No name"}</th>
              <td>{safeText(email ?? "")}</td>
              <td>{countText(dates_came)}</td>
              <td data-v={seconds}>{minutesText(seconds / SECONDS_A_MINUTE)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </section>
);
