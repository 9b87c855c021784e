import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import { ifReadable } from "../../operation/if-allowed.ts";
import type { RegistrantStatus } from "../../operation/params.ts";
import { readRegistrants, STATUSES } from "../../people/read-registrants.ts";

/** Who of some people is on a webinar's list before they are registered. */
export interface Known {
  /** Their status, by `addressKey`. */
  people: ReadonlyMap<string, RegistrantStatus>;
  /** False if the list is too long to be read for a few people, or cannot be read: somebody who is not found may be on it. */
  isWhole: boolean;
  /** True if it is about some dates of a series: when somebody registered for the first time says nothing about these. */
  isForDates: boolean;
}

/** Pages of one status that are read; a longer list costs more calls than it is worth. */
const MOST_PAGES = 4;
const MOST_DATES = 3;

type Seen = Pick<Known, "people" | "isWhole">;

const lookAt = async (zoom: ZoomClient, webinarId: string, wanted: ReadonlySet<string>, occurrence_id: string | undefined): Promise<Seen> => {
  const people = new Map<string, RegistrantStatus>();
  let isWhole = true;
  for (const status of STATUSES) {
    let pages = 0;
    for await (const { registrants } of readRegistrants(zoom, webinarId, { statuses: [status], occurrence_id })) {
      if (pages === MOST_PAGES) {
        isWhole = false;
        break;
      }
      pages += 1;
      for (const { email = "" } of registrants) {
        const key = addressKey(email);
        if (wanted.has(key) && !people.has(key)) people.set(key, status);
      }
      if (people.size === wanted.size) return { people, isWhole: true };
    }
  }
  return { people, isWhole };
};

/** Looks for people on a webinar's list. With dates, only somebody who is on the list of every one of them is known. A failure says that nobody can tell. */
export const lookForKnown = async (
  zoom: ZoomClient,
  { webinarId, emails, dates = [] }: { webinarId: string; emails: readonly string[]; dates?: readonly string[] | undefined },
): Promise<Known> => {
  const wanted = new Set(emails.map(addressKey));
  const isForDates = dates.length > 0;
  const lists = !isForDates ? [undefined] : dates.length > MOST_DATES ? [] : dates;
  const all = await ifReadable(async () => {
    const found: Seen[] = [];
    for (const date of lists) found.push(await lookAt(zoom, webinarId, wanted, date));
    return found;
  });
  const [first, ...others] = all ?? [];
  if (first === undefined) return { people: new Map(), isWhole: false, isForDates };
  return {
    people: new Map([...first.people].filter(([key]) => others.every(({ people }) => people.has(key)))),
    isWhole: [first, ...others].every(({ isWhole }) => isWhole),
    isForDates,
  };
};

/** Zoom writes whole seconds, and its clock is known to the second. */
const SECOND_MS = 1_000;

const isStatus = (text: string | undefined): text is RegistrantStatus => STATUSES.some((status) => status === text);

/** Somebody whom Zoom answered as registered. */
export interface Added {
  webinarId: string;
  email: string;
  registrantId: string | null;
  /** What the answer, or the webinar's way of approving, says. */
  status: RegistrantStatus | null;
  /** False: no answer came, and they were found on the list. */
  isNew: boolean;
  sinceMs: number;
}

/**
 * Where somebody stands after a registration. Zoom answers a second registration like a first, and that of somebody who was denied, too: the status is
 * read back, and whether they were on the list is what was seen before; their time of registration only tells if it is more than a second away.
 */
export const readStanding = async (
  zoom: ZoomClient,
  known: Known,
  { webinarId, email, registrantId, status, isNew, sinceMs }: Added,
): Promise<{ status: RegistrantStatus | null; already_registered: boolean | null }> => {
  const before = known.people.get(addressKey(email));
  const path = registrantId === null ? null : { webinarId, registrantId };
  const registrant = path === null ? null : await ifReadable(() => zoom.call("GET /webinars/{webinarId}/registrants/{registrantId}", { path }));
  const byNow = isStatus(registrant?.status) ? registrant.status : before === "denied" ? before : status;
  if (before !== undefined || !isNew) return { status: byNow, already_registered: true };
  const ageMs = zoom.zoomTime(sinceMs) - Date.parse(registrant?.create_time ?? "");
  if (known.isForDates) return { status: byNow, already_registered: known.isWhole ? false : null };
  if (ageMs > SECOND_MS) return { status: byNow, already_registered: true };
  return { status: byNow, already_registered: known.isWhole || ageMs <= -SECOND_MS ? false : null };
};

/** What is said of one person, and of several. */
const STANDS: Readonly<Record<RegistrantStatus, readonly [one: string, several: string]>> = {
  approved: ["is registered already", "are registered already"],
  pending: ["is registered already and waits for approval", "are registered already and wait for approval"],
  denied: [
    "was denied or cancelled before and stays so; approve them to let them in",
    "were denied or cancelled before and stay so; approve them to let them in",
  ],
};

const MOST_NAMED = 5;

/** A line for each who is on the list already; from six on, only how many have each status. */
export const describeKnownPeople = ({ people }: Pick<Known, "people">): string[] => {
  const all = [...people];
  if (all.length <= MOST_NAMED) return all.map(([email, status]) => `${email} ${STANDS[status][0]}.`);
  return STATUSES.flatMap((status) => {
    const count = all.filter(([, one]) => one === status).length;
    return count === 0 ? [] : [`${count} of them ${STANDS[status][count === 1 ? 0 : 1]}.`];
  });
};
