import { countOf } from "../operation/counts.ts";
import type { planPurge } from "./purge.ts";

const many = (count: number): string => `${count} ${count === 1 ? "file or folder" : "files and folders"}`;
const nothingOlder = (days: number): string => `Nothing to remove: nothing that is done is older than ${countOf(days, "day")}`;

/** What would be removed, in words for a preview, and what stays. */
export const previewOfPurge = ({ removed, kept, left }: Awaited<ReturnType<typeof planPurge>>, days: number) => {
  const notes = [
    ...(left === 0
      ? []
      : [
          left === 1
            ? "1 file elsewhere, which an import or an export read or wrote, stays, and data forget still looks into it"
            : `${left} files elsewhere, which imports and exports read or wrote, stay, and data forget still looks into them`,
        ]),
    ...(kept.length === 0 ? [] : [`Not done, so they stay: ${kept.join(", ")}`]),
  ];
  return {
    ...(removed.length === 0
      ? { summary: `${nothingOlder(days)}.`, idle: true as const }
      : { summary: `Remove ${many(removed.length)} that ${removed.length === 1 ? "is" : "are"} older than ${countOf(days, "day")}.` }),
    targets: removed.map((path) => ({ kind: "file", id: path })),
    recipients: null,
    reversible: false,
    ...(notes.length === 0 ? {} : { notes }),
  };
};

/** What was removed and kept, in a line. */
export const sayPurged = ({ removed, kept }: { removed: readonly string[]; kept: readonly string[] }, days: number): string =>
  `${removed.length === 0 ? nothingOlder(days) : `${many(removed.length)} removed`}; ${kept.length} not done and kept`;
