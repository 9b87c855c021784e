import type { Candidate } from "./settled-write.ts";

/** Things that a list shows whole, as candidates: those that a write like this one makes. What has no id cannot be told from others and is left out. */
export const toCandidates = <Row extends { id?: string | undefined; name?: string | undefined; title?: string | undefined }>(
  rows: readonly Row[] | undefined,
  isLike: (row: Row) => boolean,
): Candidate<Row>[] =>
  (rows ?? [])
    .filter(isLike)
    .flatMap((row) => (row.id === undefined ? [] : [{ id: row.id, label: row.name ?? row.title ?? row.id, adopt: async () => row }]));
