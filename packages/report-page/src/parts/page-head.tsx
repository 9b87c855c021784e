import type { ReportWebinar } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { safeText } from "../format.ts";

/** What the page is about: kind, topic, and the facts below it. */
export const PageHead = ({ kind, webinar, facts }: { kind: string; webinar: ReportWebinar; facts: readonly (string | null)[] }): VNode => (
  <header>
    <p class="kind">{kind}</p>
    <h1 dir="auto">{safeText(webinar.topic ?? "") || "Webinar without a topic"}</h1>
    <ul class="facts">
      {[
        ...facts,
        webinar.host_email === null ? null : `Host ${safeText(webinar.host_email)}`,
        webinar.id === null ? null : `Webinar ID ${webinar.id.replace(/^(\d{3})(\d{4})(\d{3,4})$/, "$1 $2 $3")}`,
      ].map((fact) => (fact === null ? null : <li>{fact}</li>))}
    </ul>
  </header>
);

/** What made the page, and in which zone its times are. */
export const PageFoot = ({ zone }: { zone: string }): VNode => (
  <footer>
    <p>{`Times in ${zone}. Counted from Zoom’s reports by zoom-webinar.`}</p>
  </footer>
);
