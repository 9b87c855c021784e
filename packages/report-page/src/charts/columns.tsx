import { scaleBand, scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { across } from "../format.ts";

export interface Column {
  label: string;
  /** Stands above the column. */
  text: string;
  value: number;
  /** An outline behind it: what it is a part of. */
  of?: number | undefined;
}

export interface ColumnsProps {
  columns: readonly Column[];
  height: number;
  /** Where labels stand: under the middle of each column, or at its left edge, as numbers on a ruler. */
  labels: "middle" | "edge";
  /** The last number of a ruler. */
  end?: string;
  /** The value of a full column; the largest unless stated. */
  full?: number;
  /** There is room for at least so many, so that one alone is not as wide as the page. */
  least?: number;
}

const TOP = 18;
const BOTTOM = 22;
const MANY = 8;

/** Columns side by side, on a common base line. */
export const Columns = ({ columns, height, labels, end, full, least = 1 }: ColumnsProps): VNode => {
  const base = height - BOTTOM;
  const largest = full ?? Math.max(1, ...columns.map(({ value, of = 0 }) => Math.max(value, of)));
  const y = scaleLinear([0, largest], [base, TOP]);
  const x = scaleBand(
    Array.from({ length: Math.max(least, columns.length) }, (_column, index) => index),
    [0, 1],
  ).padding(labels === "edge" ? 0.1 : 0.34);
  const step = x.step();
  return (
    <>
      {columns.map(({ label, text, value, of }, index) => {
        const left = x(index) ?? 0;
        const middle = left + x.bandwidth() / 2;
        const isIdle = columns.length > MANY && index % 2 === 1;
        return (
          <g class={isIdle ? "alt" : undefined}>
            {of === undefined ? null : <rect class="track" x={across(left)} y={y(of)} width={across(x.bandwidth())} height={base - y(of)} />}
            <rect class="bar" x={across(left)} y={y(value)} width={across(x.bandwidth())} height={base - y(value)} />
            {value === 0 ? null : <line class="top" x1={across(left)} x2={across(left + x.bandwidth())} y1={y(value)} y2={y(value)} />}
            <text class="value" x={across(middle)} y={y(value) - 6} text-anchor="middle">
              {text}
            </text>
            <text class="tick" x={across(labels === "edge" ? step * index + (step - x.bandwidth()) / 2 : middle)} y={base + 16} text-anchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      {end === undefined ? null : (
        <text class="tick" x="100%" y={base + 16} text-anchor="middle">
          {end}
        </text>
      )}
      <line class="axis" x1="0" x2="100%" y1={base} y2={base} />
    </>
  );
};
