/**
 * What nobody outside Zoom knows for certain. Each switch names one such question; its default is the likeliest answer, the others let a test
 * see how a program copes if Zoom turns out otherwise. README.md says for each what is known, and from whom.
 */
export interface Switches {
  /** The same e-mail registers again: `same` gives the registrant back and writes no mail, `remail` writes the confirmation again, `error` refuses. */
  duplicateRegistrant: "same" | "remail" | "error";
  /** After the action `cancel`: `denied` shows the person under denied (and still knows the e-mail), `gone` forgets the sign-up. */
  cancelledRegistrant: "denied" | "gone";
  /** Somebody who was denied registers again: `denied` leaves them so, `anew` takes the registration as a first one. */
  deniedRegistersAgain: "denied" | "anew";
  /** A status change comes without a list of people: success without effect, or refuse. */
  decisionWithoutPeople: "accept" | "refuse";
  /** A status change names somebody who did not sign up: refuse the whole change, or pass over that entry. */
  unknownRegistrant: "refuse" | "ignore";
  /** Whether Zoom writes to a person whose sign-up waits for approval. */
  pendingMail: boolean;
  /** A sign-up leaves out an answer that the form requires: let through, or refuse naming the question. */
  missingAnswers: "accept" | "refuse";
  /** Whether people signed up in a batch get their confirmation. */
  batchMails: boolean;
  /** The same e-mail is invited as panelist again: the same panelist with the new name, or a second one. */
  duplicatePanelist: "same" | "second";
  /** A panelist who does not exist is taken off: accept it, or refuse. */
  unknownPanelist: "accept" | "refuse";
  /** The three adds per day and registrant: counted per webinar and e-mail, or per e-mail in the whole account. */
  registrantQuota: "webinar" | "account";
  /** Success of PUT /webinars/{webinarId}/status. */
  statusReply: 200 | 204;
  /** The same for a webinar that is not running. */
  endNotRunning: "accept" | "refuse";
  /** `me` with a server-to-server token: the account's owner, or the code of the refusal. */
  meWithServerToken: "owner" | 1001 | 1010;
  /** Numbers and booleans that are sent as text, "60" and "true", and the reverse: take them, or refuse naming the field. */
  textScalars: "take" | "refuse";
  /** A `start_time` with an offset, 2032-06-01T10:00:00+02:00: take it as the instant that it names, or refuse. */
  startOffsets: "take" | "refuse";
  /** A path with a slash at its end: the path without it, or no route. */
  trailingSlash: "take" | "refuse";
  /** Whether a webinar always shows the settings contact_name, contact_email and global_dial_in_countries, or only once somebody has set them. */
  contactSettings: "always" | "set";
  /** `date_time` of poll answers: without a zone ("2032-01-15 12:00:00"), or as other times are written. */
  pollTimes: "plain" | "utc";
  /** The code with which the list of webinars refuses a host without a webinar licence. */
  listWithoutAddOn: 200 | 3161;
  /** A refresh token that was used: dead at once, or good for one more use (a client whose answer got lost). */
  oldRefreshToken: "dead" | "tolerated";
  /** The code of a refusal for a missing scope. */
  scopeCode: 4711 | 104 | 4700;
  /** A known path with a verb that Zoom does not have there: 404 like any unknown route, or 405. */
  wrongVerb: 404 | 405;
  /** Most occurrences that a recurring webinar keeps. */
  occurrenceCap: 50 | 60;
  /** X-RateLimit headers beyond the category: only on 429 answers, on every answer, or never. */
  rateHeaders: "refusals" | "always" | "never";
  /** Fields that Zoom announced without saying their type (`share_url` of registrants). */
  announcedFields: boolean;
  /** How long new webinars, registrants, panelists, polls, templates and decisions about registrants stay out of lists, in milliseconds. */
  listLagMs: number;
  /** How long after a webinar's end the attendance rows say that everybody stayed 0 seconds, in milliseconds. */
  participantsDelayMs: number;
  /** How long after a webinar's end lists of participants say that there is no such webinar, in milliseconds. */
  participantsUnknownMs: number;
  /** A running webinar's report: unknown like one that was never held, or open, without an end and without the time when people leave. */
  reportsWhileRunning: "unknown" | "open";
  /** `participants_count` of reports, `participants` of dashboards: people, or rows (who joined twice counts twice). */
  participantsCount: "people" | "rows";
  /** An AI summary that was deleted: as if there had never been one, or in the trash (403/2305). */
  deletedSummary: "gone" | "trash";
  /** More than a month between `from` and `to`: refuse, or answer the last month of it, as the list of recordings is known to do (github zoom/api, issue 36). */
  longWindow: "refuse" | "shorten";
  /** Dates of a series that were deleted: always among its dates, with the status `deleted`, or only with show_previous_occurrences. */
  deletedDates: "listed" | "previous";
  /** A chat message that is not there is taken back: accept it, or refuse. */
  unknownChatMessage: "accept" | "refuse";
  /** Status of what the dashboards refuse. The reference of 2021 literally says 300. */
  metricsRefusal: 400 | 300;
}

/** The likeliest answers. */
export const DEFAULT_SWITCHES: Switches = {
  duplicateRegistrant: "same",
  cancelledRegistrant: "denied",
  deniedRegistersAgain: "denied",
  decisionWithoutPeople: "accept",
  unknownRegistrant: "refuse",
  pendingMail: false,
  missingAnswers: "accept",
  batchMails: true,
  duplicatePanelist: "same",
  unknownPanelist: "accept",
  registrantQuota: "webinar",
  statusReply: 204,
  endNotRunning: "accept",
  meWithServerToken: "owner",
  textScalars: "take",
  startOffsets: "take",
  trailingSlash: "take",
  contactSettings: "always",
  pollTimes: "plain",
  listWithoutAddOn: 200,
  oldRefreshToken: "dead",
  scopeCode: 4711,
  wrongVerb: 404,
  occurrenceCap: 50,
  rateHeaders: "refusals",
  announcedFields: false,
  listLagMs: 0,
  participantsDelayMs: 0,
  participantsUnknownMs: 0,
  reportsWhileRunning: "unknown",
  participantsCount: "people",
  deletedSummary: "gone",
  longWindow: "refuse",
  deletedDates: "listed",
  unknownChatMessage: "accept",
  metricsRefusal: 400,
};

/** What each switch may be set to, the default first. "milliseconds": any number of them. */
export const SWITCH_VALUES = {
  duplicateRegistrant: ["same", "remail", "error"],
  cancelledRegistrant: ["denied", "gone"],
  deniedRegistersAgain: ["denied", "anew"],
  decisionWithoutPeople: ["accept", "refuse"],
  unknownRegistrant: ["refuse", "ignore"],
  pendingMail: [false, true],
  missingAnswers: ["accept", "refuse"],
  batchMails: [true, false],
  duplicatePanelist: ["same", "second"],
  unknownPanelist: ["accept", "refuse"],
  registrantQuota: ["webinar", "account"],
  statusReply: [204, 200],
  endNotRunning: ["accept", "refuse"],
  meWithServerToken: ["owner", 1001, 1010],
  textScalars: ["take", "refuse"],
  startOffsets: ["take", "refuse"],
  trailingSlash: ["take", "refuse"],
  contactSettings: ["always", "set"],
  pollTimes: ["plain", "utc"],
  listWithoutAddOn: [200, 3161],
  oldRefreshToken: ["dead", "tolerated"],
  scopeCode: [4711, 104, 4700],
  wrongVerb: [404, 405],
  occurrenceCap: [50, 60],
  rateHeaders: ["refusals", "always", "never"],
  announcedFields: [false, true],
  listLagMs: "milliseconds",
  participantsDelayMs: "milliseconds",
  participantsUnknownMs: "milliseconds",
  reportsWhileRunning: ["unknown", "open"],
  participantsCount: ["people", "rows"],
  deletedSummary: ["gone", "trash"],
  longWindow: ["refuse", "shorten"],
  deletedDates: ["listed", "previous"],
  unknownChatMessage: ["accept", "refuse"],
  metricsRefusal: [400, 300],
} as const satisfies { readonly [Name in keyof Switches]: number extends Switches[Name] ? "milliseconds" : readonly Switches[Name][] };
