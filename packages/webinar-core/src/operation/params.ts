import { anyId, line, email as toEmail, webinarId as toWebinarId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { zoneName } from "../time/zone.ts";

/** Fields that several operations share, described once; those of paged lists are in operation/paged.ts. A description is product copy: the person or the model reads it. */

/** A field that few people need: a tool's listing names it, `find_operations` shows it. */
export const rare = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ rare: true });

/** Webinar ID: read as digits, however it is grouped. Not a UUID, which names one held instance. */
export const webinarId = toWebinarId().describe("Webinar ID");

export const userId = anyId(128).describe("User ID or e-mail address of the host");

export const occurrenceId = anyId(64).describe("One date of a series: its day, or its ID");

export const email = toEmail().max(128);

export const registrantStatus = z.enum(["pending", "approved", "denied"]).describe("Registration status");
export type RegistrantStatus = z.output<typeof registrantStatus>;

export const timezone = zoneName().describe("IANA time zone, such as America/New_York");

export const startTime = line().max(80).describe("Wall time 2032-03-01T10:00 (in timezone, else the host's), or an instant ending in Z");

/** For who means a start that is over. */
export const allowPast = rare(z.boolean().optional().describe("Take a start that is in the past"));

/** Withheld unless the call asks: lets whoever holds it join as that person. */
export const personalLink = z.string().nullable().optional().meta({ secret: "personal" });

export const includeJoinLinks = z.boolean().optional().describe("Also give the personal join links");

/** ", only for the date with occurrence_id 1234567890"; nothing for all dates: what touches one date never reads as if it touched all. */
export const onlyOn = (occurrence: string | undefined): string =>
  occurrence === undefined ? "" : `, only for the date with occurrence_id ${occurrence}`;
