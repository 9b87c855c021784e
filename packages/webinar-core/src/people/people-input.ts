import * as z from "zod";
import { rare } from "../operation/params.ts";

/** Minutes that somebody must have been present, wherever people are listed. */
export const attendedFrom = z.number().min(0).max(100_000).optional().describe("Only people present for at least so many minutes");
const noNames = z.boolean().optional().describe("A stable pseudonym instead of name and address, and people by e-mail domain");

/** What every list of people takes: exports show it, reports have it beside filters of their own. */
export const peopleInput = { attended_from: attendedFrom, no_names: noNames };
export const rarePeopleInput = { attended_from: rare(attendedFrom), no_names: rare(noNames) };

/** Without names, a terminal shows the pseudonym where they would be. */
export const PSEUDONYM = { no_names: { column: "person", others: ["name", "email"] } } as const;

/** People by the domain of their address. */
export const domainTotals = z.array(z.object({ domain: z.string(), people: z.number().int() }));
