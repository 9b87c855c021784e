import type { FileRenderers } from "../operation/file-renderer.ts";

/** The renderers of this package, by name. Apps add those of others. */
export const fileRenderers = {
  "attendance-csv": () => import("./files/render-csv.ts").then(({ renderAttendanceCsv }) => renderAttendanceCsv),
} as const satisfies FileRenderers;
