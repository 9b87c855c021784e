import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, describePreview, previewOperation } from "@zoom-webinar/webinar-core/doors";
import { keyValues } from "../output/key-values.ts";
import type { CliOutput } from "../output/output.ts";

/** Shows what a call would touch and with which input, and changes nothing. */
export const showDryRun = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  session: Session,
  call: CallOptions,
  output: CliOutput,
): Promise<void> => {
  const preview = await previewOperation(operation, input, session, call);
  await output.show({
    sentence: "Dry run: nothing was changed.",
    value: { dry_run: true, ...preview, input },
    text: () => `${describePreview(preview)}\n${keyValues(input)}`,
  });
};
