import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";

/** The flag for the field that names the host. */
const HOST = "host";

/** Other names of an operation's flags, without dashes, by field. */
export const shownNames = ({ flags = {}, host }: NonNullable<AnyOperation["cli"]>): Readonly<Record<string, string | undefined>> => ({
  ...flags,
  ...(host === undefined ? {} : { [host]: HOST }),
});
