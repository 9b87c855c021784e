/** How a label stands to its place so that it does not leave the chart; `margin` is the share of the width that is near an edge. */
export const anchorAt = (share: number, margin: number): "start" | "middle" | "end" => {
  if (share < margin) return "start";
  return share > 1 - margin ? "end" : "middle";
};
