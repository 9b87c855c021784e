import type { OperationContext } from "../operation/operation.ts";
import { keyedHash, lastingStore } from "../people/keyed-hash.ts";
import { type DomainTotal, domainCounter, type Identity, pseudonymOf } from "../people/pseudonym.ts";
import type { AttendanceReport, ReportPerson, SeriesPerson, SeriesReport } from "./report-types.ts";

/** Takes names and addresses out of people, and counts them by domain. */
interface Hider {
  hide<Person extends Identity>(person: Person): Person & { person: string | null };
  domains(): DomainTotal[];
}

const openHider = async (ctx: Pick<OperationContext, "imports" | "store">): Promise<Hider> => {
  const hash = await keyedHash(lastingStore(ctx));
  const counter = domainCounter();
  return {
    hide: (person) => {
      const pseudonym = pseudonymOf(person, hash);
      if (pseudonym !== null) counter.add(pseudonym, person.email);
      return { ...person, person: pseudonym, name: null, email: null, registrant_id: null };
    },
    domains: () => counter.totals(),
  };
};

/** Hides in a person of a report also what leads to somebody else, and remarks that may quote a name. */
const hideReportPerson = ({ hide }: Hider, person: ReportPerson): ReportPerson => ({ ...hide(person), may_be: null, notes: [] });

/** A report in which nobody is named: pseudonyms that stay the same on this machine, and totals by domain. Whoever only registered is left out. */
export const reportWithoutNames = async (
  { not_listed: _waiting, ...report }: AttendanceReport,
  ctx: Pick<OperationContext, "imports" | "store">,
): Promise<AttendanceReport & { domains: DomainTotal[] }> => {
  const hider = await openHider(ctx);
  const people = report.people.map((person) => hideReportPerson(hider, person));
  return { ...report, webinar: { ...report.webinar, host_email: null }, people, domains: hider.domains() };
};

/** A series in which nobody is named, in the same way. */
export const seriesWithoutNames = async (
  series: SeriesReport,
  ctx: Pick<OperationContext, "imports" | "store">,
): Promise<SeriesReport & { domains: DomainTotal[] }> => {
  const hider = await openHider(ctx);
  const people = series.people.map((person): SeriesPerson => hider.hide(person));
  const dates = series.dates.map(({ not_listed: _waiting, ...date }) => ({
    ...date,
    people: date.people.map((person) => hideReportPerson(hider, person)),
  }));
  return { ...series, webinar: { ...series.webinar, host_email: null }, dates, people, domains: hider.domains() };
};
