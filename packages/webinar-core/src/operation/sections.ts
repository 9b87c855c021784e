/** Where a terminal's help lists a resource, in the order of a webinar's life. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  Plan: ["webinars", "schedule", "calendar", "templates", "polls", "survey", "branding", "liveStream", "trackingFields"],
  People: ["registrants", "registrationQuestions", "panelists", "imports", "inviteLinks", "trackingSources", "users"],
  Run: ["chat", "tokens"],
  "Look back": ["attendance", "pastWebinars", "reports", "summaries", "dashboards"],
};

/** Name of the section of an operation; "Account" if its resource is in none. */
export const sectionOf = (operationId: string): string => {
  const resource = operationId.split(".")[0] ?? "";
  return Object.entries(SECTIONS).find(([, resources]) => resources.includes(resource))?.[0] ?? "Account";
};
