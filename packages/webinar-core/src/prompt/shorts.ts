/** What an abbreviation stands for. */
export interface Short {
  /** Zones that use the abbreviation, with its offset there in minutes east of UTC; null if it holds all year. */
  zones: readonly (readonly [zone: string, offset: number | null])[];
}
const all = (zone: string): Short => ({ zones: [[zone, null]] });
const at = (...zones: [string, number][]): Short => ({ zones });
const NA = (zone: string, standard: number): [Short, Short, Short] => [all(zone), at([zone, standard]), at([zone, standard + 60])];
const [ET, EST, EDT] = NA("America/New_York", -300);
const [CT, , CDT] = NA("America/Chicago", -360);
const [MT, , MDT] = NA("America/Denver", -420);
const [PT, PST, PDT] = NA("America/Los_Angeles", -480);

/** Abbreviations with the zones that use them; of several, the host's zone decides. */
export const SHORTS: Readonly<Record<string, Short>> = {
  ET,
  EST,
  EDT,
  CT,
  CDT,
  MT,
  MDT,
  PT,
  PST,
  PDT,
  MST: at(["America/Denver", -420], ["America/Phoenix", -420]),
  CST: at(["America/Chicago", -360], ["Asia/Shanghai", 480], ["America/Havana", -300]),
  AKST: at(["America/Anchorage", -540]),
  AKDT: at(["America/Anchorage", -480]),
  HST: all("Pacific/Honolulu"),
  CET: at(["Europe/Paris", 60]),
  CEST: at(["Europe/Paris", 120]),
  MEZ: at(["Europe/Berlin", 60]),
  MESZ: at(["Europe/Berlin", 120]),
  "CET?": all("Europe/Berlin"),
  WET: at(["Europe/Lisbon", 0]),
  WEST: at(["Europe/Lisbon", 60]),
  EET: at(["Europe/Athens", 120]),
  EEST: at(["Europe/Athens", 180]),
  BST: at(["Europe/London", 60]),
  IST: at(["Asia/Kolkata", 330], ["Europe/Dublin", 60], ["Asia/Jerusalem", 120]),
  JST: all("Asia/Tokyo"),
  KST: all("Asia/Seoul"),
  SGT: all("Asia/Singapore"),
  HKT: all("Asia/Hong_Kong"),
  MSK: all("Europe/Moscow"),
  PKT: all("Asia/Karachi"),
  WIB: all("Asia/Jakarta"),
  AST: at(["America/Halifax", -240], ["America/Puerto_Rico", -240], ["Asia/Riyadh", 180]),
  ADT: at(["America/Halifax", -180]),
  AET: all("Australia/Sydney"),
  AEST: at(["Australia/Sydney", 600], ["Australia/Brisbane", 600]),
  AEDT: at(["Australia/Sydney", 660]),
  ACST: at(["Australia/Adelaide", 570], ["Australia/Darwin", 570]),
  ACDT: at(["Australia/Adelaide", 630]),
  AWST: all("Australia/Perth"),
  NZST: at(["Pacific/Auckland", 720]),
  NZDT: at(["Pacific/Auckland", 780]),
  NZT: all("Pacific/Auckland"),
  GST: all("Asia/Dubai"),
  SAST: all("Africa/Johannesburg"),
  EAT: all("Africa/Nairobi"),
  WAT: all("Africa/Lagos"),
  BRT: all("America/Sao_Paulo"),
  ART: all("America/Argentina/Buenos_Aires"),
};
/** Names of regions, as in "Eastern time". */
export const REGIONS: Readonly<Record<string, string>> = {
  eastern: "ET",
  "eastern standard": "EST",
  "eastern daylight": "EDT",
  central: "CT",
  "central standard": "CST",
  "central daylight": "CDT",
  mountain: "MT",
  "mountain standard": "MST",
  "mountain daylight": "MDT",
  pacific: "PT",
  "pacific standard": "PST",
  "pacific daylight": "PDT",
  "central european": "CET?",
  "central european standard": "CET",
  "central european summer": "CEST",
  "british summer": "BST",
  uk: "UK",
  british: "UK",
  "greenwich mean": "GMT",
  india: "India",
  indian: "India",
  "india standard": "India",
  "indian standard": "India",
  japan: "JST",
  "japan standard": "JST",
  alaska: "AK",
  hawaii: "HST",
  "east coast": "ET",
  "west coast": "PT",
};
export const ALIASES: Readonly<Record<string, string>> = { UK: "Europe/London", India: "Asia/Kolkata", AK: "America/Anchorage" };
