import { stemmer } from "stemmer";

/** Words that say nothing about which operation is meant. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an the of to for in on at by with from and or but if is are was were be been being do does did done i me my we us our you your he she it its they them
  their this that these those there here what which who whom whose when where how why can could should would will shall may might must please want need
  like get let have has had any some all just so up out about into over than then too very also not no as make using use am im ive id`.split(/\s+/),
);

/** Questions about people and places keep their meaning only with these words. */
const KEPT: ReadonlySet<string> = new Set(["who", "where", "when", "no", "not", "all", "up", "out"]);

/** One word as the index holds it: lower case, without accents, stemmed; null for a word that says nothing. */
export const termOf = (word: string): string | null => {
  const plain = word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
  if (plain === "" || /^\d{3,}$/.test(plain) || (EMPTY.has(plain) && !KEPT.has(plain))) return null;
  return stemmer(BRITISH.get(plain) ?? plain);
};

/** Spellings that a stemmer does not bring together, and words that mean the same here. */
const BRITISH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organise: "organize",
    organiser: "organizer",
    organisation: "organization",
    enrol: "enroll",
    enrolled: "enroll",
    enrolment: "enroll",
    licence: "license",
    colour: "color",
    programme: "program",
    cancelled: "cancel",
    canceled: "cancel",
    cancelling: "cancel",
    signup: "sign",
    signups: "sign",
    registration: "register",
    registrations: "register",
    registrant: "register",
    registrants: "register",
    registered: "register",
    attendance: "attend",
    attendee: "attend",
    attendees: "attend",
    emails: "email",
    mails: "email",
    mail: "email",
    mailing: "email",
    webinars: "webinar",
    recurrence: "recurring",
    speakers: "speaker",
    presenter: "speaker",
    presenters: "speaker",
    kill: "cancel",
    scrap: "cancel",
    interpreters: "interpreter",
    interpreting: "interpreter",
    interpretation: "interpreter",
    password: "passcode",
    quizzes: "quiz",
    spreadsheet: "csv",
    excel: "csv",
  }),
);

/** Splits text into words; "e-mail" and "Q&A" are one word. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/\S+@\S+\.\w+/g, " email ")
    .replace(/e-mail/gi, "email")
    .replace(/\bq\s?&\s?a\b/gi, "qna")
    .replace(/\bq and a\b/gi, "qna")
    .replace(/no-shows?/gi, "noshow")
    .replace(/drop-offs?/gi, "dropoff")
    .replace(/sign-(in|on)\b/gi, "login")
    .replace(/\bno shows?\b/gi, "noshow")
    .replace(/time ?zones?/gi, "timezone")
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== "");
