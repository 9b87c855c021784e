/** Also what the codes for a full webinar say. */
export const FULL = "The webinar is full: raise its number of places (settings.registrants_restrict_number) or the host's licence.";
const PORTAL = "in the Zoom web portal";

/** The way out by Zoom's words, for codes that say many things. The first that fits counts. Source: the messages in Zoom's API reference. */
export const BY_WORDS: readonly [RegExp, string][] = [
  // The words name a setting.
  [/custom (?:live )?streaming/i, `Switch custom live streaming on in the host's settings ${PORTAL}, then set this webinar's stream URL and key.`],
  [/to use this feature, enable|to enable this feature, enable/i, `The host, or an administrator for everybody, switches that setting on ${PORTAL}.`],
  [
    /not enabled on this account|account hasn't enabled/i,
    `The account does not have this: its administrator switches it on ${PORTAL}, or asks Zoom for it.`,
  ],
  [
    /registration (?:has )?not (?:been )?enabled|without registration|registration.*(?:disabled|off)/i,
    "Switch registration on first: update the webinar with registration automatic or manual (settings.approval_type 0 or 1).",
  ],
  [
    /(?:have registration|registration as) required/i,
    "This webinar has no registration, so nobody is registered or absent. Its participants show who came; to register people, update it with registration automatic or manual (settings.approval_type 0 or 1).",
  ],
  [/paid registration/i, `Registration with payment is handled ${PORTAL} alone.`],
  [/already been registered/i, "This person is registered already; look the registration up by e-mail address."],
  [/limit for the number of attendees/i, FULL],
  [/registrant id/i, "List the registrants of this webinar, pending and denied ones too, to find the ID."],
  // The words name a kind of webinar.
  [/event directory/i, "This webinar belongs to Zoom Events; change or delete it there."],
  [
    /only be used for scheduled webinars/i,
    "Register people one at a time: Zoom takes batches only for a single webinar. An import chooses this by itself.",
  ],
  [/simulive webinar for others/i, "Leave out schedule_for: only the host can schedule a simulive webinar."],
  [/simulive webinars that have started/i, "A simulive webinar that has started can only run to its end; change it before the next start."],
  [/already running/i, "The webinar has started. Wait until it is over, or end it first."],
  [/schedule_for/i, `Name a user of this account who lets the host schedule for them (Settings, Schedule Privilege, ${PORTAL}).`],
  [/cannot schedule a meeting for/i, "Name a host who lets this user schedule for them, or leave schedule_for out."],
  [
    /invitation to join/i,
    `The user has not joined the account yet: they accept the invitation by mail; an administrator sends it again ${PORTAL} (User Management).`,
  ],
  // The words name a limit or a name that is taken.
  [/40 webinar templates/i, `Delete a template ${PORTAL} first; Zoom keeps at most 40.`],
  [/template name already exists/i, `Choose another name, or delete the template of that name ${PORTAL}.`],
  [/tracking field .* already exists/i, "Choose another name, or list the tracking fields and change the one that has it."],
  [/name tags/i, "Delete one of this webinar's name tags first; it takes at most 20."],
  // The words name what was not found, or not in time.
  [/invalid webinar id/i, "Give the number of the webinar, such as 953 1234 5678; list the host's webinars to find it."],
  [/invalid meeting id/i, "Give the ID of a webinar that was held, as the list of its past instances shows it."],
  [/access meeting info/i, "Check that the webinar belongs to this account, and that the app's owner has a role that may see it."],
  [/access webinar info/i, "Dashboards need a Business plan or higher, and a role that may see them."],
  [/page token/i, "Start the list again without a page token: each is valid for a few minutes."],
  [/delete meeting summary/i, "List the summaries: it may be deleted already. If it is still there, try once more."],
  [/branding/i, "Switch session branding on: update the webinar with settings.enable_session_branding, and check the host's settings."],
  [/survey/i, `Surveys have to be switched on in the host's settings ${PORTAL}.`],
  [/not (?:been )?started|has not started|not running/i, "The webinar has to be running: the host starts it with the start link."],
  [/panelist/i, "Look at the list of panelists: a panelist cannot register too, and the licence limits how many there can be."],
  [/occurrence/i, "Read the webinar to see its occurrences and their IDs."],
  // The request itself is at fault, which no caller can mend.
  [
    /valid json object|endpoint is not recognized/i,
    "Something on the way to Zoom changed this call, or it is a fault of this program: check the proxy, or report it.",
  ],
  [/invalid parameter/i, "Zoom names the field whose value it does not take; the description of that field says what it can be."],
];
