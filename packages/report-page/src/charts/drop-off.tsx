import type { ReportTotals } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { shareText } from "../format.ts";
import { ChartFrame } from "../parts/chart-frame.tsx";
import { Columns } from "./columns.tsx";

const HEIGHT = 220;
const QUARTERS = ["25", "50", "75", "95"] as const;

/** Who was still there at four moments. Null if none is known. */
export const DropOffChart = ({ totals }: { totals: ReportTotals }): VNode | null => {
  const known = QUARTERS.flatMap((part) => {
    const share = totals.drop_off[part];
    return share === null ? [] : [{ part, share }];
  });
  if (known.length === 0) return null;
  return (
    <ChartFrame
      id="drop-off"
      title="Drop-off"
      description={`Share of all attendees present when a part of the webinar was over: ${known.map(({ part, share }) => `${shareText(share)} at ${part}%`).join(", ")}.`}
      height={HEIGHT}
      table={{ columns: ["Part of the webinar over", "Present"], rows: known.map(({ part, share }) => [`${part}%`, shareText(share)]) }}
      legend={<p class="legend">Part of the webinar that was over</p>}
    >
      <Columns
        columns={known.map(({ part, share }) => ({ label: `${part}%`, value: share, of: 1, text: shareText(share) }))}
        height={HEIGHT}
        labels="middle"
        full={1}
      />
    </ChartFrame>
  );
};
