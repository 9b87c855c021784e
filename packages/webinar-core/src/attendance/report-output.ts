import * as z from "zod";
import { domainTotals } from "../people/people-input.ts";
import { attendanceReport, reportPerson, seriesPerson, seriesReport } from "./report-types.ts";

/** The report of one session, or of a series: an answer has the fields of one of both. */
export const reportOutput = z.object({
  ...attendanceReport.partial().shape,
  ...seriesReport.partial().shape,
  webinar: attendanceReport.shape.webinar,
  dates: z
    .array(
      seriesReport.shape.dates.element
        .partial({ curve: true, marks: true })
        .extend({ people: z.array(reportPerson.partial().meta({ keepsEmpty: true })) }),
    )
    .optional(),
  // For a person, null means that a value does not exist or could not be read; which fields a row has depends on the call.
  people: z.array(z.object({ ...seriesPerson.partial().shape, ...reportPerson.partial().shape }).meta({ keepsEmpty: true })),
  complete: attendanceReport.shape.complete,
  notes: attendanceReport.shape.notes,
  domains: domainTotals.optional().describe("With no_names: people by e-mail domain, most first"),
});
