import type { ComponentChildren, VNode } from "preact";

/** Holds a table that may be wider than the page. `label` is the id of its heading. */
export const ScrollBox = ({ label, children }: { label: string; children: ComponentChildren }): VNode => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a pointer, only what has the focus scrolls
  <section class="scroll" tabIndex={0} aria-labelledby={label}>
    {children}
  </section>
);
