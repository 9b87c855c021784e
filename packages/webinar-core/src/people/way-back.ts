import { countOf } from "../operation/counts.ts";

/** How a decision is undone about people of whom some wait for approval: none makes anybody wait for it again. */
export const wayBack = (action: "approve" | "deny" | "cancel"): string =>
  `${action === "approve" ? "Cancelling" : "Approving"} takes this back, but nobody waits for approval again; mail that is sent cannot be undone.`;

/** What people lose who are taken off the list: who waits has no join link yet, and loses only their place. */
export const whatIsLost = ({ registered, waiting }: { registered: number; waiting: number }): string[] => [
  ...(registered === 0 ? [] : [`${countOf(registered, "person loses", "people lose")} their registration, and with it their join link.`]),
  ...(waiting === 0
    ? []
    : [
        `${countOf(waiting, "person waits for approval and has", "people wait for approval and have")} no join link yet; they are taken off the list.`,
      ]),
];
