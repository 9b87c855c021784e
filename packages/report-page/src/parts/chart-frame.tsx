import type { ComponentChildren, VNode } from "preact";
import { ScrollBox } from "./scroll-box.tsx";

/** The numbers of a chart as a table, for who does not see the chart. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence with its main numbers. */
  description: string;
  /** In pixels; the width is that of the page. */
  height: number;
  table: ChartTable;
  /** The drawing. */
  children: ComponentChildren;
  /** Stands under the drawing: what the marks mean. */
  legend?: ComponentChildren;
  isWide?: boolean;
}

/** A chart: heading, drawing with a text alternative, legend, and its numbers as a table. */
export const ChartFrame = ({ id, title, description, height, table, children, legend, isWide = false }: ChartProps): VNode => (
  <figure class={isWide ? "chart wide" : "chart"}>
    <h2 id={`${id}-h`}>{title}</h2>
    <p class="lead">{description}</p>
    <div class="plot">
      <svg role="img" aria-labelledby={`${id}-t`} aria-describedby={`${id}-d`} width="100%" height={height}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{`${description} The numbers stand in the table below the chart.`}</desc>
        {children}
      </svg>
    </div>
    {legend}
    <details>
      <summary>Numbers of this chart</summary>
      <ScrollBox label={`${id}-n`}>
        <table>
          <caption id={`${id}-n`}>{`${title}: numbers`}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([head, ...cells]) => (
              <tr>
                <th scope="row">{head}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  </figure>
);
