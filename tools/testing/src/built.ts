import { existsSync } from "node:fs";
import { relative } from "node:path";

/** Whether a built app is there to be tested. Where it is not, stderr says which, and how it comes about: a test that is skipped in silence looks passed. */
export const isBuilt = (entry: string): boolean => {
  if (existsSync(entry)) return true;
  process.stderr.write(`skipped: ${relative(process.cwd(), entry)} is not built; run pnpm build\n`);
  return false;
};
