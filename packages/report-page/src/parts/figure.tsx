import type { ComponentChildren, VNode } from "preact";

/** A number of the report: shown rounded, and whole in the page for programs that read it. `of` is its place in the JSON. */
export const Figure = ({ of, value, text }: { of: string; value: number | null | undefined; text: string }): VNode => (
  <data data-of={of} value={value === null || value === undefined ? "" : String(value)}>
    {text}
  </data>
);

/** One of the large figures at the top. */
export const KeyFigure = ({ label, figure, children }: { label: string; figure: VNode; children?: ComponentChildren }): VNode => (
  <div>
    <dt>{label}</dt>
    <dd>
      <strong>{figure}</strong>
      <span>{children}</span>
    </dd>
  </div>
);
