import { stemmer } from "stemmer";

/** Words that say nothing about which operation is meant. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an the of to for in on at by with from and or but if is are was were be been being do does did done i me my we us our you your he she it its they them
  their this that these those there here what which who whom whose when where how why can could should would will shall may might must please want need
  like get let have has had any some all just so up out about into over than then too very also not no as make using use am im ive id
  now quick quickly thanks thank hi hello hey ok okay well really maybe perhaps kindly actually bit little thing things something anything stuff ones one
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december tomorrow tonight today noon pm am
  still yet again ever already got gets getting going go give gives put puts take takes set tell show see look know`.split(/\s+/),
);

/** Questions about people and places keep their meaning only with these words. */
const KEPT: ReadonlySet<string> = new Set(["who", "where", "when", "no", "not", "all", "up", "out", "again", "set", "put", "take", "show"]);

const plainOf = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();

/** The stem of a word, whatever the word says. */
export const stemOf = (word: string): string => {
  const plain = plainOf(word);
  return stemmer(SAME.get(plain) ?? plain);
};

/** Whether a word says something about which operation is meant. */
export const isTelling = (word: string): boolean => {
  const plain = plainOf(word);
  return plain !== "" && !/^\d+$/.test(plain) && !(EMPTY.has(plain) && !KEPT.has(plain));
};

/** The telling stems of a text, each as often as it is there. */
export const allTermsOf = (text: string): string[] => wordsOf(text).filter(isTelling).map(stemOf);

/** The telling stems of a text. */
export const termsOf = (text: string): ReadonlySet<string> => new Set(allTermsOf(text));

/** Spellings that a stemmer does not bring together, and words that mean the same here. */
const SAME: ReadonlyMap<string, string> = new Map(
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
    interpreters: "interpreter",
    interpreting: "interpreter",
    interpretation: "interpreter",
    password: "passcode",
    quizzes: "quiz",
    spreadsheet: "csv",
    excel: "csv",
  }),
);

/** Words whose stems are not their own, for whoever looks for words that are written alike. */
export const ALIKE: readonly string[] = ["register", ...SAME.keys()];

/** Splits text into words; "e-mail" and "Q&A" are one word. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/\S+@\S+\.\w+/g, " email ")
    .replace(/e-mail/gi, "email")
    .replace(/\bq\s?&\s?a\b/gi, "qna")
    .replace(/\bq and a\b/gi, "qna")
    .replace(/\bno[- ]shows?\b/gi, "noshow")
    .replace(/\bdrop-offs?\b/gi, "dropoff")
    .replace(/\bsign-(in|on)\b/gi, "login")
    .replace(/\bsign[- ]?ups?\b/gi, "signup")
    .replace(/\bset-ups?\b/gi, "setup")
    .replace(/\bback-ups?\b/gi, "backup")
    .replace(/\btime ?zones?\b/gi, "timezone")
    .replace(/\bca(n['’]?t|nnot)\b/gi, "can not")
    .replace(/\bwon['’]t\b/gi, "will not")
    .replace(/\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n['’]?t\b/gi, "$1 not")
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== "")
    .map((word) => (/^(who|what|where|when|that|it|there|how|let)['’]s$/i.test(word) ? word.slice(0, -2) : word));
