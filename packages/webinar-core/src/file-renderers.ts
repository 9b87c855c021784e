import type { FileRenderers } from "./operation/file-renderer.ts";

/** The renderers of this package, by name. Apps add those of others. */
export const fileRenderers = {
  "attendance-csv": () => import("./attendance/files/render-csv.ts").then(({ renderAttendanceCsv }) => renderAttendanceCsv),
  "calendar-ics": () => import("./calendar/render-ics.ts").then(({ renderCalendar }) => renderCalendar),
} as const satisfies FileRenderers;
