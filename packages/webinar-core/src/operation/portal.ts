/** Pages of Zoom's portal by resource, below its address: what a person sees there of the same thing. */
const LISTS: Readonly<Record<string, string>> = {
  webinars: "webinar/list",
  users: "account/user",
  attendance: "account/my/report",
  pastWebinars: "account/my/report",
  reports: "account/my/report",
};

/** Resources of one webinar, which the webinar's own page shows. */
const OF_ONE_WEBINAR: ReadonlySet<string> = new Set([
  "webinars",
  "polls",
  "survey",
  "branding",
  "liveStream",
  "registrants",
  "registrationQuestions",
  "panelists",
  "trackingSources",
]);

/** The page of Zoom's portal for a call, below the portal's address, or null. */
export const portalPage = (operationId: string, input: Readonly<Record<string, unknown>>): string | null => {
  const resource = operationId.split(".")[0] ?? "";
  const { webinar_id: id } = input;
  if (OF_ONE_WEBINAR.has(resource) && typeof id === "string" && id !== "") return `webinar/${encodeURIComponent(id)}`;
  return LISTS[resource] ?? null;
};
