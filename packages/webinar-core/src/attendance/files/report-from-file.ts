import { InputError } from "@zoom-webinar/foundation";
import type { OperationContext } from "../../operation/operation.ts";
import { assertZone } from "../../time/zone.ts";
import type { ReportInput } from "../engine/input.ts";
import type { ReportRequest } from "../input.ts";

const zoneOf = ({ timezone }: ReportRequest, { zone }: OperationContext): string => {
  const known = timezone ?? zone;
  if (known !== null) return assertZone(known);
  throw InputError.at(
    "timezone",
    "is required with from: the file does not say in which zone its times are",
    "It is the zone of the person who downloaded it: give timezone: Europe/Berlin",
  );
};

/** Reads what the text of a file from Zoom's portal says. Throws `InputError` without the zone of its times, or for what is no such file. */
export const fromFile = async (text: string, request: ReportRequest, ctx: OperationContext): Promise<ReportInput> => {
  const { late_minutes, early_minutes } = request;
  const { readPortalFile } = await import("./read-portal.ts");
  return { ...(await readPortalFile(text, zoneOf(request, ctx))), now_ms: ctx.clock.now(), late_minutes, early_minutes };
};
