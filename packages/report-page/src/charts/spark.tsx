import type { CurvePoint } from "@zoom-webinar/webinar-core";
import { scaleLinear } from "d3-scale";
import { area, curveStepAfter } from "d3-shape";
import type { VNode } from "preact";

const WIDTH = 160;
const HEIGHT = 28;

/** A curve the size of a word, for a table whose other columns hold its numbers. `most` is the top of all curves of the table. */
export const Spark = ({ curve, most }: { curve: readonly CurvePoint[]; most: number }): VNode | null => {
  if (curve.length === 0 || most === 0) return null;
  const x = scaleLinear([0, curve.length], [0, WIDTH]);
  const y = scaleLinear([0, most], [HEIGHT, 1]);
  const points = [...curve, ...curve.slice(-1)];
  const shape = area<CurvePoint>()
    .x((_point, index) => x(index))
    .y0(HEIGHT)
    .y1(({ present }) => y(present))
    .curve(curveStepAfter)
    .digits(1)(points);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={shape ?? ""} />
    </svg>
  );
};
