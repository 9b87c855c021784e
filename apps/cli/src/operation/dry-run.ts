import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, describePreview, previewOperation } from "@zoom-webinar/webinar-core/doors";
import { inOurNames, type Names } from "../our-names.ts";
import { keyValues } from "../output/key-values.ts";
import type { CliOutput } from "../output/output.ts";

/** Shows what a call would touch and with which input, and changes nothing. */
export const showDryRun = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  session: Session,
  call: CallOptions,
  output: CliOutput,
  names: Names,
): Promise<void> => {
  const preview = await previewOperation(operation, input, session, call);
  await output.show({
    sentence: "Dry run: nothing was changed.",
    value: { dry_run: true, ...preview, input },
    // What changes is said by the preview; of a creation, only the input says what it will be.
    text: () => `${inOurNames(describePreview(preview), names)}\n${(preview.changes ?? []).length > 0 ? "" : keyValues(inFlags(input, names))}`,
  });
};

/** The input by its flags, as it would be typed. */
const inFlags = (input: Readonly<Record<string, unknown>>, { labels }: Names): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [labels.get(name) ?? name, value]));
