export { renderAttendancePage } from "./render.ts";
