import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";

/** What a field that names who hosts is called. */
const HOST = "host";

/** Other names of an operation's flags, without dashes, by field. */
export const shownNames = ({ flags = {}, host }: NonNullable<AnyOperation["cli"]>): Readonly<Record<string, string | undefined>> => ({
  ...flags,
  ...(host === undefined ? {} : { [host]: HOST }),
});
