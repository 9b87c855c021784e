/** What people do with webinars, and which operations that is: whole resources, or single operations, which then count here alone. */
export interface Task {
  /** As people name it on a command line. */
  readonly id: string;
  readonly title: string;
  readonly holds: readonly string[];
}

/** Every task, in the order of a webinar's life. Operations that call no endpoint belong to none. */
export const TASKS: readonly Task[] = [
  { id: "hosts", title: "Find hosts", holds: ["users"] },
  { id: "plan", title: "Plan webinars", holds: ["webinars", "templates", "trackingFields"] },
  { id: "prepare", title: "Prepare them", holds: ["panelists", "polls", "survey", "branding", "liveStream.get", "liveStream.set"] },
  { id: "register", title: "Register people", holds: ["registrants", "registrationQuestions", "inviteLinks", "trackingSources"] },
  { id: "run", title: "Run them", holds: ["webinars.updateStatus", "liveStream", "chat", "tokens"] },
  { id: "results", title: "Read results", holds: ["attendance", "exports", "pastWebinars", "reports", "summaries"] },
  { id: "quality", title: "Watch quality", holds: ["dashboards"] },
];

/** The task of an operation, null if it belongs to none. */
export const taskOf = (operationId: string): Task | null =>
  TASKS.find(({ holds }) => holds.includes(operationId)) ?? TASKS.find(({ holds }) => holds.includes(operationId.split(".")[0] ?? "")) ?? null;
