import { type Phrase, phrase, type Settings } from "../facts.ts";
import { passcodeOf, passcodePattern } from "../passcode.ts";
import { PEOPLE, roleIs, toPeople } from "../people.ts";
import { registering } from "./registering.ts";

const set = (settings: Settings, assumed?: string) => ({ kind: "settings", settings, ...(assumed === undefined ? {} : { assumed }) }) as const;
const leaning = (settings: Settings) => ({ kind: "settings", settings, leans: true }) as const;
const IS = roleIs("is|are|should be|will be");
const WITH =
  "(?:,? ?(?:and |plus )?(?:(?:please )?(?:with|have|include|including|add|enable|allow|use|turn on|switch on|we want|i want|we need|i need|needs?|requires?|want) )?(?:an? |the )?)";
const WITHOUT =
  "(?:,? ?(?:and |but )?(?:please )?(?:with no|without(?: any)?|no need (?:for|of)(?: any)?|no|disable|turn off|switch off|skip|(?:(?:we|i|you|it|they) )?(?:don['’]t|do not|doesn['’]t|does not|won['’]t|will not|needn['’]t) (?:need|want|allow|enable|have|use)(?: any)?) (?:an? |the )?)";
const ON =
  "(?: ?(?::|is|should be|will be|must be|turned|switched|(?:should|must|is to|will) be (?:turned|switched|set to)|set to)? ?(?:on(?! (?:(?:the|this|next|a) )?(?:\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L})))|enabled|required|req['’]?d|needed|please|allowed|active|yes))";
const OFF =
  "(?: ?(?::|is|should be|turned|switched|set to)? ?(?:off|disabled|(?:not|isn['’]t|is not|won['’]t be|will not be) (?:needed|required|necessary|allowed|wanted|enabled)|unnecessary|no(?! \\p{L})))";
/** What people register at, by or for stands beside the setting: "no registration fee". */
const NOT_OF_ZOOM =
  "(?! (?-i:(?!And|With|Plus|Pass|Q&|Q |Cloud|Rec|Host|Panel|Practi|Every|Each|From|For|At|On|Off|Requ|Need|Open|Auto|Manual|Title|Topic|Called|\\p{L}+day)\\p{Lu}\\p{Ll}))(?! (?:is |are )?(?:closed|pages?|links?|forms?|desks?|fees?|opens|until|deadlines?|numbers?|data|process))";
const QA = "(?:Q ?(?:[&+/]|and|['’]?n['’]?) ?A|questions and answers|question and answer)(?: session)?";
const PRACTICE = "(?:(?<!best )practi[cs]e|(?:dress )?rehearsal|dry[- ]run)(?: (?:session|run))?";
const REGISTRATION =
  "(?:open )?(?:registration|sign[- ]?up|registering(?! (?:an?|the|your|our|new|as|with|for|births?|patients?)(?!\\p{L}))|reg(?:['’]?n|o|\\.)?(?= (?:req(?:uired|['’]?d)?|on|off|needed)(?!\\p{L}))|(?<=(?:no|with|without) )rego(?= ?(?:[,.;!)\\n]|$)))";
const AUTO =
  "(?:(?:automatic(?:ally)?|auto|instant|immediate)[- ]?(?:approv(?:al|ed|e))|approv(?:al|e|ed)(?: is| of registrants| registrants)?:? automatic(?:ally)?|auto-?approv(?:al|e|ed))";
/** "of each registrant" */
const OF_WHOM =
  "(?: (?:of|for) (?:(?:all|each|every)(?: of)? )?(?:the )?(?:registrants?|registrations?|everyone|everybody|sign-?ups?|applicants?|applications?|attendees?|participants?|requests?|persons?|people))?";
const MANUAL = `(?:(?:manual(?:ly)?[- ]?(?:approv(?:al|ed|e))|approv(?:al|ed|e)(?: is)?:? (?:manual(?:ly)?|by hand|by me|by the host)|hand[- ]approv(?:al|ed))${OF_WHOM})`;

const RECORDING = "(?:(?:the|a|any|its|our|all) )*(?:recordings?|session|webinar|video|it|this|that|file|rec)";
/** "recording", "save the recording", "make sure it is recorded". */
const RECORDS = `(?:,? ?(?:and |but |with |please |then )*)(?:(?:make sure|ensure)(?: that)? )?(?:(?:we(?:['’]ll| will)? |i(?:['’]ll| will)? |i['’]d like (?:to )?|to )?(?:save|store|keep|put|record|send|capture|rec)(?: ${RECORDING})?(?: recorded| saved)?|${RECORDING}(?:(?: is| should be| will be| to be| must be| goes| to go| should go| gets| being))*(?: saved| stored| kept| recorded| put| made)?|(?:recorded|saved|stored|kept|recording|rec))(?: ?:)?`;
const OWN = "(?:(?:my|our|the|this|your|his|her|their|own|host['’]s|local|work|office) )*";
const TO_DISK = `(?:in|on|onto|to) ${OWN}(?:computer|laptop|pc|mac|machine|desktop|hard (?:drive|disk)|disk|drive|device)|local(?:ly)?`;
const TO_CLOUD = `(?:in|on|onto|to) (?:(?:the|our|zoom['’]s|zoom) )*cloud|cloud`;
const ON_OR_END =
  "(?: (?:on|enabled|please|pls))?(?= ?(?:[,.;:!()\\n\\u0001\\p{Extended_Pictographic}]|$|[-–] |(?:and|with|plus|passcode|on|at|every|each|no|not) ))";

/** What one "no" can turn off together. */
const TURNED_OFF = `(?:${REGISTRATION}|${QA}|${PRACTICE}|recordings?)`;
const turnedOff = (list: string): Settings => ({
  ...(/regist|sign/i.test(list) ? { registration: "none" } : {}),
  ...(/(?<!\p{L})q(?!\p{L})|question/iu.test(list) ? { qa: false } : {}),
  ...(/practi|rehears|dry/i.test(list) ? { practice_session: false } : {}),
  ...(/record/i.test(list) ? { recording: "none" } : {}),
});

/** How settings are said in English. */
export const settings: readonly Phrase[] = [
  phrase(
    passcodePattern({
      leads: "(?:,? ?(?:and |with |use |using )?)(?:(?:the |a )?(?:webinar )?)",
      names: "passcode|password|pass ?code|access code|pass ?word|passw(?:o?r)?d|pass phrase|pwd?|pin",
      is: "is|of|should be|to be|set to|will be",
      joins: "and|with|please|pls|plz|no|without|thanks|thank you",
    }),
    (groups, said) => {
      const code = passcodeOf(groups);
      return /^(?:required|protected|on|off|is|and|for|please|needed|the|an?|to|be|same|usual|tb[cd]|none|no|not|as|from|like|later|random|any|some|your|our|my|decided|confirmed|at|in|or|with|generated|yes|reset|policy|policies|hygiene|security|managers?|management|best)$/i.test(
        code,
      ) ||
        (/(?:pin|pwd?) /i.test(said) && !/\d/.test(code))
        ? null
        : set({ passcode: code });
    },
  ),
  phrase(
    "(?:,? ?(?:and |with |use )?)(?:the )?code ([^\\s,;]+) as (?:the )?(?:passcode|password)|(?:,? ?(?:and |with |use )?)([^\\s,;]+) as (?:the )?(?:passcode|password)",
    ([first, second]) => set({ passcode: first ?? second ?? "" }),
  ),
  phrase(`${WITH}${REGISTRATION}(?:${ON})?(?: for everyone)?${NOT_OF_ZOOM}`, (_, said) =>
    /with|required|req['’]?d|\bon$|open|enabl|includ|requir|need|want|allow|have|needed|yes$|please$|^,? ?registration$/i.test(said) ||
    /^,/.test(said)
      ? set({ registration: "automatic" })
      : null,
  ),
  ...registering,
  phrase(
    `${WITH}${REGISTRATION}(?:${ON})?,? ?\\(?(?:with |and |by )?${AUTO}\\)?|${WITH}${AUTO}${OF_WHOM}|(?:,? ?(?:and )?)(?:the )?${REGISTRATION}s? (?:is|are|should be|will be)? ?(?:required|needed|on|mandatory|open),? ?(?:but|and|though)? ?(?:(?:they )?(?:are |is |will be |to be |should be )?(?:approved automatically|automatically approved|auto-?approved)|approval (?:is )?automatic)`,
    () => set({ registration: "automatic" }),
  ),
  phrase(
    `(?:,? ?(?:and |but )?)(?:all )?(?:registrants|registrations?|sign-?ups|people|everyone|everybody|they)(?: (?:are|is|should be|gets?|will be|to be|will get))?(?: all)? (?:approved automatically|automatically approved|auto-?approved)|approve (?:all )?(?:the )?(?:registrants|registrations|everyone|everybody|people|attendees|applicants|sign-?ups|them|guests|members) automatically|automatically approve (?:the )?(?:people|attendees|applicants|sign-?ups|guests|members)|automatically approve (?:all )?(?:registrants|registrations|everyone)`,
    () => set({ registration: "automatic" }),
  ),
  phrase(`${WITH}${REGISTRATION}(?:${ON})?,? ?\\(?(?:with |and |by |needing |needs |requiring )?${MANUAL}\\)?|${WITH}${MANUAL}`, () =>
    set({ registration: "manual" }),
  ),
  phrase(
    `(?:,? ?(?:and )?(?:I want to |I['’]ll |I will |we want to |we['’]ll |we will |let me |please )?)approve (?:the |all |each )?(?:registrants?|registrations?|sign-?ups|people|everyone) (?:manually|by hand|myself|ourselves|one by one|individually)|(?:,? ?(?:and )?)(?:i|we)(?:['’]ll| will)?(?: personally| manually| have to| want to)? (?:approve|check|vet|screen|review|okay) (?:(?:them|everyone|all|each(?: one)?)(?: of them)?(?: (?:manually|by hand|myself|ourselves|individually|one by one))|(?:each|every)(?: single)?(?: one| person| request| registration| registrant| applicant| attendee| sign-?up)?(?= ?(?:[,.;:)]|$| (?:personally|myself|ourselves|manually|by hand)))(?: (?:personally|myself|ourselves|manually|by hand))?)|(?:,? ?(?:and )?)(?:please )?(?:approve|check) (?:each|every) (?:one|person|attendee|participant|request|applicant|registrant|registration|sign-?up)(?: (?:manually|by hand|myself))|(?:,? ?(?:and )?)(?:registrants|registrations?|sign-?ups)(?: (?:are|is|should be|to be|will be|must be))? (?:manually approved|approved (?:manually|by hand|by me|by us))|manually approve (?:the |all |each )?(?:registrants|registrations|everyone)`,
    () => set({ registration: "manual" }),
  ),
  phrase(
    `${WITH}${REGISTRATION}(?:${ON})? ?(?:\\+|&|,|and|with)+ ?(?:an? )?approval(?: required| needed)?(?! (?:is )?automatic)|${WITH}approval (?:required|needed)`,
    () => set({ registration: "manual" }),
  ),
  // "registration needs approval", "manual registration", "sign-ups are subject to our approval"
  phrase(
    `(?:,? ?(?:and |with )?)(?:an? )?(?:${REGISTRATION}|registrations|sign-?ups)(?: that| which)? (?:needs?|requires?|(?:is |are )?subject to|(?:is |are )?only (?:with|after)|after|must have|has to have|have to have) (?:my |our |the host['’]s |your |an? )?(?:manual )?approval(?! (?:is )?automatic)(?! by)|(?:,? ?(?:and )?)(?:with |an? )?(?:manual|moderated|approved|vetted) (?:registration|sign-?ups?)(?= ?(?:[,.;:)]|$| (?:and|please|pls|with|on)(?!\\p{L})))|(?:,? ?(?:and )?)(?:${REGISTRATION}|sign-?ups)(?: ?:| is| are| must be| should be) (?:manual|moderated|vetted)(?= ?(?:[,.;:)]|$))|(?<=[,;(] ?)(?:and |it |this )?(?:needs|requires|with|subject to) (?:my |our |an? )?(?:manual )?approval(?= ?(?:[,.;:)]|$))`,
    () => set({ registration: "manual" }),
  ),
  phrase(
    `(?:,? ?(?:and )?)(?:with |an? )?(?:automatic|auto|instant|open) (?:registration|sign-?ups?)(?= ?(?:[,.;:)]|$| (?:and|please|pls|with|on)(?!\\p{L})))`,
    () => set({ registration: "automatic" }),
  ),
  phrase(`${WITHOUT}${REGISTRATION}(?: required| needed| necessary| please)?${NOT_OF_ZOOM}|(?:,? ?(?:and )?)${REGISTRATION}(?:${OFF})`, () =>
    set({ registration: "none" }),
  ),
  phrase(
    `${WITH}${REGISTRATION}(?:${ON})?,? (?:but |and |with )?(?:(?:no|without(?: any)?)(?: manual)? approval(?: needed| required| necessary)?|approval${OFF})`,
    () => set({ registration: "automatic" }),
  ),
  // "no registration, Q&A or recording"
  phrase(
    `(?:,? ?(?:and |but )?(?:please )?)(?:no|without(?: any)?|with no|disable|turn off|switch off) (${TURNED_OFF}(?:, ${TURNED_OFF})*,? (?:or|nor) (?:no )?${TURNED_OFF})`,
    ([list = ""]) => set(turnedOff(list)),
  ),
  phrase(`(?:,? ?(?:and |but )?)(?:with )?neither (${TURNED_OFF}(?:,? nor (?:an? )?${TURNED_OFF})+)`, ([list = ""]) => set(turnedOff(list))),
  phrase(`(?:,? ?(?:and )?)(?:with enroll?ment(?= ?(?:[,.;]|$))|enroll?ment (?:required|needed|on|enabled|please))`, () =>
    set({ registration: "automatic" }),
  ),
  phrase(`${WITHOUT}enroll?ment(?: (?:required|needed))?`, () => set({ registration: "none" })),
  phrase(`(?:and |plus |\\+ ?|& ?|, ?)?(?:an? )?${REGISTRATION}`, () => leaning({ registration: "automatic" }), { weak: true }),
  phrase(`(?:and |plus |\\+ ?|& ?|, ?)?(?:an? )?${QA}`, () => leaning({ qa: true }), { weak: true }),
  phrase(
    "(?:and |plus |\\+ ?|& ?|, ?)?(?:an? )?(?:(?:practi[cs]e|rehearsal|dry[- ]run) session|practi[cs]e run)",
    () => leaning({ practice_session: true }),
    {
      weak: true,
    },
  ),
  phrase(
    `(?:,? ?(?:and )?)(?:including|incl\\.?|with|of which)(?: the last)? (?:\\d{1,2}|five|ten|fifteen|twenty|thirty) ?(?:minutes?|mins?)(?: are)?(?: of| for)? ${QA}`,
    (_, said) => set({ qa: true }, `"${said.replace(/^[,\s]+/, "")}" was read as a part of the length.`),
  ),
  // "… as alternative hosts, practice session too"
  ...(
    [
      [`${PRACTICE}(?<=session|run|rehearsal)`, { practice_session: true }],
      [QA, { qa: true }],
      [REGISTRATION, { registration: "automatic" }],
    ] as const
  ).map(([name, settings]) =>
    phrase(`(?<=[,;+&] ?|and |plus )(?:an? )?${name}(?: (?:too|as well|also|beforehand))+(?: please| pls)?(?= ?(?:[,.;!)\\n]|$))`, () =>
      set(settings),
    ),
  ),
  phrase(`${WITHOUT}${QA}(?: please)?|(?:,? ?(?:and )?)${QA}(?:${OFF})`, () => set({ qa: false })),
  phrase(
    `(?:,? ?(?:and |plus )?)(?:with|have|incl\\.?|includes?|including|add|enable|allow|turn on|switch on|we want|needs)(?: an?| the| time for)? ${QA}(?:${ON})?|(?:,? ?(?:and )?)${QA}(?:${ON})`,
    () => set({ qa: true }),
  ),
  // "+ qa on"
  phrase(
    "(?<=^|[,;+&.(\\n] ?|and |with |plus )qa(?: ?(?::|is|turned|switched|set to)? ?(?:on(?= ?(?:[,.;+&!)\\n]|$)| (?:and|please|pls|plus|with|alt|kthx))|enabled|yes(?!\\p{L})))",
    () => set({ qa: true }),
  ),
  phrase(
    `(?<=(?:registration|approval|recording|session|required|cloud|min(?:ute)?s?|hours?|hrs?|[ap]m|\\dh|code \\S{1,12}|@[\\w.-]{1,60}) )(?:and|plus|&|\\+) Q&A`,
    () => set({ qa: true }),
  ),
  phrase(`(?<=[,;]) ?(?:and )?${QA}(?= ?(?:[,.;]|$| and ))`, () => set({ qa: true }), { weak: true }),
  phrase(`${WITHOUT}${PRACTICE}(?: please)?|(?:,? ?(?:and )?)${PRACTICE}(?:${OFF})`, () => set({ practice_session: false })),
  phrase(`${WITH}${PRACTICE}(?:${ON})?(?: (?:beforehand|before|first))?(?: for (?:the )?panelists)?`, (_, said) =>
    /session|rehears|dry|run/i.test(said) &&
    (/session/i.test(said) || /with|add|includ|enabl|on$|please$|required$|needed$|first$|before(?:hand)?$/i.test(said))
      ? set({ practice_session: true })
      : null,
  ),
  phrase(
    "(?:,? ?(?:and |with |please )?)(?:an? )?(?:automatic )?(?:cloud[- ]rec(?:ord(?:ing|ed)?)?|rec(?:ord)? (?:(?:to|in) (?:the )?)?cloud|recording (?:in|to|on) (?:the )?cloud|record(?:ed)?(?: it| this| the webinar| the session)? (?:in|to|on) (?:the )?cloud|recording:? cloud|auto[- ]?record(?:ing)? (?:in|to|on) the cloud|record(?:ed)? (?:it )?to cloud)(?: ?:? ?(?:on|enabled|please|yes)(?! \\p{L}))?",
    () => set({ recording: "cloud" }),
  ),
  phrase(
    "(?:,? ?(?:and |with |please )?)(?:an? )?(?:automatic )?(?:local[- ]recording|recording (?:locally|on (?:my|the) (?:computer|laptop))|recording:? local|record(?:ed)?(?: it| this| the webinar| the session)? (?:locally|to my computer|on my computer|on the host['’]s computer))(?: ?:? ?(?:on|enabled|please|yes)(?! \\p{L}))?",
    () => set({ recording: "local" }),
  ),
  // "people can ask questions"
  phrase(
    "(?<=[,;.(] ?|and |with )(?:(?:please )?(?:let|allow) (?:people|attendees|participants|everyone|the audience|them)(?: to)? (?:ask questions|send (?:in )?questions)|(?:attendees|participants|people|everyone|they) (?:can|may|should be able to) (?:ask|send|post) questions|(?:attendee|audience) questions (?:on|allowed|enabled|welcome)|questions (?:on|allowed|enabled))(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| and ))",
    () => set({ qa: true }),
  ),
  phrase(
    "(?<=[,;.(] ?|but )(?:please )?(?:no|without|with no)(?: audience| attendee)? questions(?: please| pls)?(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| and ))",
    () => set({ qa: false }),
  ),
  // "save the recording to my own computer", "rec local"
  phrase(`${RECORDS} (?:${TO_DISK})${ON_OR_END}`, () => set({ recording: "local" })),
  phrase(`${RECORDS} (?:${TO_CLOUD})${ON_OR_END}`, () => set({ recording: "cloud" })),
  phrase(
    "(?:,? ?(?:and |but )?(?:please )?)(?:(?:with no|no|without(?: a| any)?) (?:recordings?|rec)(?: please| pls)?|(?:(?:we |i |you )?(?:do not|don['’]t|won['’]t|will not|needn['’]t|need not|shouldn['’]t|should not)(?: (?:actually|really|even|bother to|need to|want to|have to))?|no need to)(?: be)? record(?:ing)?(?: it| this| the webinar| the session| anything)?(?: one)?|(?:it |this )?(?:(?:is|will|should|must) not|isn['’]t|won['’]t|shouldn['’]t)(?: be| being)? recorded|not recorded|not to be recorded|recording (?:is )?(?:not|isn['’]t) (?:needed|required|necessary|wanted)|rec(?:ording)?:? (?:is |should be )?(?:off|none|disabled|not needed|no(?! \\p{L}))|unrecorded)",
    () => set({ recording: "none" }),
  ),
  phrase(
    "(?:,? ?(?:and )?(?:please )?)(?:record (?:it|this|the webinar|the session)|with (?:a )?recording|(?:should|to) be recorded|and recorded|(?:do )record(?: it| this)?(?! (?!and|please|pls|to|in|for|so|on)\\p{L})|(?:we|i)(?:['’]ll| will) (?:be )?record(?:ing)?(?: it| this(?: one)?)?|record(?:ing)? please|recording(?:: | )?(?:on|yes)|auto[- ]?record)",
    () => set({ recording: "cloud" }, "It did not say where to record: in the cloud."),
  ),
  phrase(
    `(?:,? ?(?:and |with |plus )?)(?:an? |the )?(?:alternat(?:iv)?e|alt\\.?|backup|stand-?in|substitute)[- ]hosts?${IS}(${PEOPLE})`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  phrase(
    `(?:,? ?(?:and |with )?)(${PEOPLE}) (?:as|to be|is|are|will be|should be|can be) (?:an? |the |our |my )?(?:alternat(?:iv)?e|alt\\.?|backup|stand-?in)[- ]hosts?`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  // "Panelists for Bus Routes are ines@example.com and …"
  phrase(`(?:the )?panell?ists? (?:for|of|at)(?= [^,;.!?\\n@]{3,80}? (?:are|will be|is) ${PEOPLE})`, () => ({ kind: "filler" })),
  phrase(`(?<=panell?ists? (?:for|of|at) [^,;.!?\\n@]{3,80}? )(?:are|will be|is) (${PEOPLE})`, ([list = ""]) => set({ panelists: toPeople(list) })),
  // "make mona@example.com an alternative host of Glassblowing"
  phrase(
    `(?:please )?(?:make|have|set|put) (${PEOPLE}) (?:as )?(?:an? |the |our )?(?:alternat(?:iv)?e|alt\\.?|co-?)[- ]?hosts?(?: (?:of|for|on|to))?`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  phrase(
    `(?:,? ?(?:and |with |plus |add |invite |including )?)(?:an? |the |our )?(?:panelists?|panellists?|speakers?|presenters?|guest speakers?)(?: (?:for|of|at|on) (?:the|this|that) (?:webinar|session|day|one))?${IS}(${PEOPLE})`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  // "dr ames is a panelist thats ames@example.com", "panelist is dr ames at ames@example.com"
  phrase(
    `(?:,? ?(?:and |with )?)(?:an? |the |our )?(?:panell?ist|(?:guest )?speaker|presenter)(?: is| will be| ?:)? (?:[\\p{L}.'’-]+ ){1,3}?(?:at|on|[-–(]) ?(${PEOPLE})\\)?`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  phrase(
    `(?:,? ?(?:and )?)(?:(?!(?:and|the|on|at|with|computer|cloud)(?!\\p{L}))[\\p{L}.'’-]+ ){1,3}?(?:is|will be|['’]s|as) (?:(?:an?|the|our|one) )?(?:panell?ist|(?:guest )?speaker|presenter),? ?\\(?(?:that['’]?s|that is|which is|at|on|(?:the |her |his |their )?(?:e-?mail|address)(?: address)?(?: is| ?:)?)? ?(${PEOPLE})\\)?`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  // "maya@example.com is speaking", "with maya@example.com on the panel"
  phrase(
    `(?:,? ?(?:and |with |having )*)(${PEOPLE}) (?:on the panel|(?:is|are|will be|['’]ll be) (?:(?:both |all )?(?:speaking|presenting|on the panel)|(?:an? |the |our |both |all )?(?:panell?ists?|speakers?|presenters?)))(?: (?:at|in|on) (?:it|this))?(?= ?(?:[,;.:!)\\n]|$| and ))`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  phrase(`(?:,? ?(?:and |with |add |invite )+)(${PEOPLE}) as (?:an? |the )?(?:panelists?|panellists?|speakers?|presenters?)`, ([list = ""]) =>
    set({ panelists: toPeople(list) }),
  ),
];
