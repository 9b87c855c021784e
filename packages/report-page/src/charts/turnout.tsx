import type { ReportTotals } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { across, countText, shareText } from "../format.ts";
import { ChartFrame } from "../parts/chart-frame.tsx";

const HEIGHT = 44;

interface Part {
  name: string;
  style: "came" | "absent" | "walk-in";
  count: number;
}

/** How many registrants came, and how many others. Null if the webinar has no registration, or if it is not known who registered. */
export const TurnoutChart = ({ totals }: { totals: ReportTotals }): VNode | null => {
  const { attended, absent, walk_ins, show_rate, approved } = totals;
  if (attended === null || absent === null) return null;
  const parts: Part[] = [
    { name: "Registered and came", style: "came", count: attended },
    { name: "Registered and absent", style: "absent", count: absent },
    { name: "Came without a registration", style: "walk-in", count: walk_ins ?? 0 },
  ];
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const starts = parts.map((_part, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0) / all);
  return (
    <ChartFrame
      id="turnout"
      title="How many registrants came"
      description={`${shareText(show_rate)} of ${countText(approved)} approved registrants came.`}
      height={HEIGHT}
      table={{ columns: ["Group", "People"], rows: parts.map(({ name, count }) => [name, countText(count)]) }}
      isWide
      legend={
        <ul class="marks">
          {parts.map(({ name, style, count }) => (
            <li>
              <b class={`key ${style}`} aria-hidden="true" /> {`${name}: `}
              <strong>{countText(count)}</strong>
            </li>
          ))}
        </ul>
      }
    >
      {parts.map(({ style, count }, index) =>
        count === 0 ? null : <rect class={style} x={across(starts[index] ?? 0)} width={across(count / all)} y="8" height={HEIGHT - 16} />,
      )}
    </ChartFrame>
  );
};
