/** How a decision is undone about people of whom some wait for approval: none makes anybody wait for it again. */
export const wayBack = (action: "approve" | "deny" | "cancel"): string =>
  `${action === "approve" ? "Cancelling" : "Approving"} takes this back, but nobody waits for approval again; mail that is sent cannot be undone.`;
