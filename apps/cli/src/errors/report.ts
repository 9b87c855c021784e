import { randomUUID } from "node:crypto";
import { EXIT_CODES, InternalError, isZoomWebinarError, redact, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { type Io, write } from "../io.ts";
import { inOurNames, type Names, withCommands, withFlags } from "../our-names.ts";
import { keyValues } from "../output/key-values.ts";
import type { CliOutput } from "../output/output.ts";
import { paint } from "../output/paint.ts";
import { safeLine, safeText } from "../output/safe-text.ts";
import { listedItems } from "./listed-items.ts";

/** How a failure is shown. */
export interface ReportOptions extends Names {
  io: Io;
  output: CliOutput;
}

/** Writes a failure to stderr and returns its exit code. Never a stack trace: an exception that is not ours becomes `internal`. */
export const reportFailure = async (error: unknown, { io, output, ...names }: ReportOptions): Promise<number> => {
  const ours = isZoomWebinarError(error) ? error : await toInternal(error, io, output);
  await output.fail(ours, () => toText(ours, names, output.isColored(io.stderr)));
  return EXIT_CODES[ours.code];
};

const toInternal = async (error: unknown, { stderr }: Io, { isDebugging }: CliOutput): Promise<InternalError> => {
  const correlationId = randomUUID();
  if (isDebugging) {
    await write(stderr, `${correlationId}: ${redact(safeLine(error instanceof Error ? error.message : String(error)))}\n`);
  }
  return new InternalError(correlationId, { cause: error });
};

const toText = (error: ZoomWebinarError, names: Names, color: boolean): string => {
  const shown = (text: string) => safeText(inOurNames(text, names));
  const styled = (style: "red" | "dim", text: string) => (color ? paint(style, text) : text);
  const { trackingId, details } = error;
  const head = error.code === "cancelled" ? "cancelled:" : "error:";
  const hint = error.hint === undefined ? "" : `${styled("dim", "hint:")} ${shown(error.hint)}\n`;
  const tracking = trackingId === undefined ? "" : `${styled("dim", "tracking id:")} ${safeLine(trackingId)}\n`;
  const correlation = typeof details.correlation_id === "string" ? `${styled("dim", "correlation id:")} ${details.correlation_id}\n` : "";
  // A message speaks of a command; only a hint recommends one, with all that it needs.
  const { needed: _, ...named } = names;
  const message = safeText(withCommands(messageOf(error, names.labels), named));
  return `${styled("red", head)} ${message}\n${listed(details)}${hint}${tracking}${correlation}`;
};

/** Lists that people need to go on: the outcome of each item, the candidates of an ambiguous write. */
const listed = ({ items, candidates }: Readonly<Record<string, unknown>>): string => keyValues({ items: listedItems(items), candidates });

interface Fault {
  field: string;
  message: string;
}

/** The message with flags in place of the operation's field names. */
const messageOf = ({ message, details }: ZoomWebinarError, labels: ReadonlyMap<string, string>): string => {
  const faults = Array.isArray(details.faults) ? (details.faults as Fault[]) : [];
  if (Array.isArray(details.places)) return faultsOfFiles(faults, details.more_faults);
  const joined = (name: (field: string) => string) =>
    faults.map((fault) => (fault.field === "" ? fault.message : `${name(fault.field)}: ${fault.message}`)).join("; ");
  if (faults.length === 0 || message !== joined((field) => field)) return withFlags(message, labels);
  const shown = faults.map((fault) => ({ label: labelOf(fault.field, labels), message: withFlags(fault.message, labels) }));
  return shown.map(({ label, message: said }) => (label === "" ? said : `${label}: ${said}`)).join("; ");
};

/** Faults of files have a line each, below each other: an editor or a person goes through them one by one. */
const faultsOfFiles = (faults: readonly Fault[], more: unknown): string => {
  const lines = [
    ...faults.map(({ message }) => message),
    ...(typeof more === "number" ? [`and ${more} more ${more === 1 ? "fault" : "faults"}`] : []),
  ];
  return lines.join(`\n${" ".repeat("error: ".length)}`);
};

/** The flag of a field, or of the nearest object around it with the rest of the path behind. */
const labelOf = (field: string, labels: ReadonlyMap<string, string>): string => {
  const parts = field.split(".");
  for (let length = parts.length; length > 0; length--) {
    const label = labels.get(parts.slice(0, length).join("."));
    const rest = parts.slice(length);
    // A list is typed as one flag, so the value itself says which of them is wrong.
    if (label !== undefined) return rest.length === 1 && /^\d+$/.test(rest[0] ?? "") ? label : [label, ...rest].join(".");
  }
  return field;
};
