import { countOf } from "../operation/counts.ts";
import type { Preview } from "../operation/preview.ts";
import type { Whereabouts } from "./find-person.ts";

/** Where somebody was found and what becomes of it, in words for a preview. `email` as it was given. */
export const previewOfForget = (email: string, { inState, elsewhere, unread, isForgotten }: Whereabouts): Preview => {
  const removed = inState.filter(({ deed }) => deed === "removed").length;
  const replaced = inState.length - removed;
  const fates = [
    ...(replaced === 0 ? [] : [`in ${countOf(replaced, "file")} a hash takes the place of the address`]),
    ...(removed === 0 ? [] : [`${countOf(removed, "file is", "files are")} removed`]),
  ];
  const where =
    inState.length === 0
      ? `No file of the state folder holds ${email}`
      : `${countOf(inState.length, "file of the state folder holds", "files of the state folder hold")} ${email}: ${fates.join(", ")}`;
  const isDone = inState.length === 0 && isForgotten;
  return {
    summary: isDone ? `${where}, and no export will: they were forgotten before.` : `${where}. No later export from this machine holds them.`,
    targets: [
      { kind: "person", id: email },
      ...inState.map(({ file, deed }) => ({ kind: "file", id: file.path, ...(deed === "removed" ? { label: "is removed" } : {}) })),
    ],
    recipients: null,
    reversible: false,
    ...(isDone ? { idle: true as const } : {}),
    notes: [
      elsewhere.length === 0
        ? "No file elsewhere that we know of holds them."
        : `${countOf(elsewhere.length, "file elsewhere holds", "files elsewhere hold")} them, ${elsewhere.length === 1 ? "is listed afterwards, and stays as it is" : "are listed afterwards, and stay as they are"}.`,
      ...(unread.length === 0
        ? []
        : [`${countOf(unread.length, "file")} elsewhere cannot be looked into: they may be in ${unread.length === 1 ? "it" : "them"}.`]),
    ],
    plan: { replaced, removed, elsewhere: elsewhere.length, unread: unread.length },
  };
};
