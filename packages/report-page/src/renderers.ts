import type { FileRenderers } from "@zoom-webinar/webinar-core/doors";

/** The renderers of this package by the names under which operations ask for them; nothing else is loaded before one is asked for. */
export const pageRenderers = {
  "attendance-html": () => import("./render.ts").then(({ renderAttendancePage }) => renderAttendancePage),
} as const satisfies FileRenderers;
