import { EXIT_CODES, isZoomWebinarError } from "@zoom-webinar/foundation";

/** What happened and what to do about it, as prose. */
export const proseOf = ({ message, hint }: { message: string; hint?: string | undefined }): string => {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return hint === undefined ? sentence : `${sentence} ${hint}`;
};

/** Why a program ends: one line for stderr, never a stack, and the exit code that belongs to it. */
export const describeFailure = (error: unknown): { line: string; exitCode: number } => {
  if (isZoomWebinarError(error)) return { line: proseOf(error), exitCode: EXIT_CODES[error.code] };
  return { line: error instanceof Error ? error.message : String(error), exitCode: 1 };
};
