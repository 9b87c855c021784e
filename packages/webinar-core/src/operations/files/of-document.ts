import { type ErrorCode, isZoomWebinarError, reworded } from "@zoom-webinar/foundation";
import type { FileDocument } from "./read-files.ts";

/** What is about no document: whose credentials they are, and that somebody stopped it. */
const ABOUT_NONE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["auth_missing", "auth_failed", "cancelled"]);

/**
 * An error that one document ran into, with where that document begins and whose webinar it is: "b.yaml:1:1: host ada@example.com: Zoom refused it". Class,
 * code and hint stay. What names its place already, or is about no document, is as it was.
 */
export const namingDocument = (error: unknown, { yaml }: FileDocument, host: string | null): unknown => {
  if (!yaml.isFile || !isZoomWebinarError(error) || ABOUT_NONE.has(error.code)) return error;
  const { places, document } = error.details;
  if (places !== undefined || document !== undefined) return error;
  const { file, line, column } = yaml.placeOf([]);
  const whose = host === null ? "" : `host ${host}: `;
  return reworded(error, { message: `${file}:${line}:${column}: ${whose}${error.message}`, details: { document: { file, line, column, host } } });
};

/** Does the work of one document; what is thrown says which one it was, as `namingDocument` does. */
export const ofDocument = async <T>(one: FileDocument, host: string | null, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw namingDocument(error, one, host);
  }
};
