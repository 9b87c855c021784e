import * as z from "zod";

/** Fields that several operations share, described once; those of paged lists are in operation/paged.ts. A description is product copy: the person or the model reads it. */

/** A field that few people need: a tool's listing names it, `find_operations` shows it. */
export const rare = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ rare: true });

/** Webinar ID: digits, kept as a string. Not a UUID, which names one held instance. Spaces are dropped where the path is built. */
export const webinarId = z
  .string()
  .max(32)
  .regex(/^\d{3}[\d -]{6,14}$/, "expected a webinar ID: 9 to 13 digits, as Zoom prints it")
  .describe("Webinar ID, as Zoom prints it");

export const userId = z.string().min(1).max(128).describe("User ID or e-mail address of the host");

export const occurrenceId = z.string().max(64).describe("One date of a recurring webinar");

export const email = z.email({ error: "expected an e-mail address" }).max(128);

export const registrantStatus = z.enum(["pending", "approved", "denied"]).describe("Registration status");
export type RegistrantStatus = z.output<typeof registrantStatus>;

export const timezone = z.string().max(64).describe("IANA time zone, such as America/New_York");

export const startTime = z.string().max(40).describe("Wall time 2027-03-01T10:00 (in timezone, else the host's), or an instant ending in Z");

/** Withheld unless the call asks: lets whoever holds it join as that person. */
export const personalLink = z.string().nullable().optional().meta({ secret: "personal" });

export const includeJoinLinks = z.boolean().optional().describe("Also give the personal join links");
