import { morePlaces } from "./more-places.ts";
import { peoples } from "./peoples.ts";

/** Cities without a zone of their own name, and countries of one zone. */
const MORE: Readonly<Record<string, string>> = {
  "san francisco": "America/Los_Angeles",
  "los angeles": "America/Los_Angeles",
  "san diego": "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  "las vegas": "America/Los_Angeles",
  portland: "America/Los_Angeles",
  california: "America/Los_Angeles",
  boston: "America/New_York",
  washington: "America/New_York",
  "washington dc": "America/New_York",
  miami: "America/New_York",
  atlanta: "America/New_York",
  philadelphia: "America/New_York",
  nyc: "America/New_York",
  ny: "America/New_York",
  houston: "America/Chicago",
  dallas: "America/Chicago",
  austin: "America/Chicago",
  minneapolis: "America/Chicago",
  texas: "America/Chicago",
  montreal: "America/Toronto",
  ottawa: "America/Toronto",
  calgary: "America/Edmonton",
  mumbai: "Asia/Kolkata",
  delhi: "Asia/Kolkata",
  "new delhi": "Asia/Kolkata",
  bangalore: "Asia/Kolkata",
  bengaluru: "Asia/Kolkata",
  chennai: "Asia/Kolkata",
  hyderabad: "Asia/Kolkata",
  pune: "Asia/Kolkata",
  india: "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  shenzhen: "Asia/Shanghai",
  china: "Asia/Shanghai",
  japan: "Asia/Tokyo",
  osaka: "Asia/Tokyo",
  korea: "Asia/Seoul",
  munich: "Europe/Berlin",
  münchen: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  frankfurt: "Europe/Berlin",
  cologne: "Europe/Berlin",
  köln: "Europe/Berlin",
  germany: "Europe/Berlin",
  german: "Europe/Berlin",
  manchester: "Europe/London",
  edinburgh: "Europe/London",
  birmingham: "Europe/London",
  glasgow: "Europe/London",
  uk: "Europe/London",
  geneva: "Europe/Zurich",
  genf: "Europe/Zurich",
  genève: "Europe/Zurich",
  zürich: "Europe/Zurich",
  barcelona: "Europe/Madrid",
  milan: "Europe/Rome",
  rom: "Europe/Rome",
  wien: "Europe/Vienna",
  prag: "Europe/Prague",
  moskau: "Europe/Moscow",
  lyon: "Europe/Paris",
  marseille: "Europe/Paris",
  france: "Europe/Paris",
  londres: "Europe/London",
  bruxelles: "Europe/Brussels",
  brüssel: "Europe/Brussels",
  lisbonne: "Europe/Lisbon",
  lissabon: "Europe/Lisbon",
  athen: "Europe/Athens",
  kopenhagen: "Europe/Copenhagen",
  warschau: "Europe/Warsaw",
  "new yorker": "America/New_York",
  "tel aviv": "Asia/Jerusalem",
  "abu dhabi": "Asia/Dubai",
  canberra: "Australia/Sydney",
  wellington: "Pacific/Auckland",
  singapur: "Asia/Singapore",
  singapour: "Asia/Singapore",
  tokio: "Asia/Tokyo",
  "rio de janeiro": "America/Sao_Paulo",
  "são paulo": "America/Sao_Paulo",
  "cape town": "Africa/Johannesburg",
  kiev: "Europe/Kyiv",
  kyiv: "Europe/Kyiv",
  kolkata: "Asia/Kolkata",
  nz: "Pacific/Auckland",
  "new zealand": "Pacific/Auckland",
  ireland: "Europe/Dublin",
  england: "Europe/London",
  scotland: "Europe/London",
  netherlands: "Europe/Amsterdam",
  italy: "Europe/Rome",
  austria: "Europe/Vienna",
  switzerland: "Europe/Zurich",
  poland: "Europe/Warsaw",
  sweden: "Europe/Stockholm",
  norway: "Europe/Oslo",
  denmark: "Europe/Copenhagen",
  finland: "Europe/Helsinki",
  greece: "Europe/Athens",
  israel: "Asia/Jerusalem",
  pakistan: "Asia/Karachi",
  kenya: "Africa/Nairobi",
  nigeria: "Africa/Lagos",
  "south africa": "Africa/Johannesburg",
  philippines: "Asia/Manila",
  thailand: "Asia/Bangkok",
  vietnam: "Asia/Ho_Chi_Minh",
};

/** Regions and cities that are taken for a zone only beside a word that says so: "heure de Québec", "Bern time", "Ortszeit Kairo". */
const SAID_AS_ZONE: Readonly<Record<string, string>> = {
  "east africa": "Africa/Nairobi",
  "east african": "Africa/Nairobi",
  "eastern africa": "Africa/Nairobi",
  "central africa": "Africa/Maputo",
  "central african": "Africa/Maputo",
  "west africa": "Africa/Lagos",
  "west african": "Africa/Lagos",
  "south africa standard": "Africa/Johannesburg",
  "south african standard": "Africa/Johannesburg",
  gulf: "Asia/Dubai",
  "gulf standard": "Asia/Dubai",
  arabian: "Asia/Riyadh",
  "arabia standard": "Asia/Riyadh",
  "arabian standard": "Asia/Riyadh",
  "pakistan standard": "Asia/Karachi",
  "bangladesh standard": "Asia/Dhaka",
  nepal: "Asia/Kathmandu",
  "nepal standard": "Asia/Kathmandu",
  indochina: "Asia/Bangkok",
  "western indonesia": "Asia/Jakarta",
  "philippine standard": "Asia/Manila",
  "china standard": "Asia/Shanghai",
  "hong kong standard": "Asia/Hong_Kong",
  "malaysia standard": "Asia/Kuala_Lumpur",
  "new zealand standard": "Pacific/Auckland",
  "moscow standard": "Europe/Moscow",
  "israel standard": "Asia/Jerusalem",
  "turkey standard": "Europe/Istanbul",
  "brasilia standard": "America/Sao_Paulo",
  "irish standard": "Europe/Dublin",
  quebec: "America/Toronto",
  "quebec city": "America/Toronto",
  newfoundland: "America/St_Johns",
  "terre-neuve": "America/St_Johns",
  neufundland: "America/St_Johns",
  "nova scotia": "America/Halifax",
  "nouvelle-écosse": "America/Halifax",
  "new brunswick": "America/Halifax",
  manitoba: "America/Winnipeg",
  saskatchewan: "America/Regina",
  alberta: "America/Edmonton",
  "british columbia": "America/Vancouver",
  arizona: "America/Phoenix",
  hawaii: "Pacific/Honolulu",
  queensland: "Australia/Brisbane",
  "new south wales": "Australia/Sydney",
  tasmania: "Australia/Hobart",
  "western australia": "Australia/Perth",
  christchurch: "Pacific/Auckland",
  hanoi: "Asia/Ho_Chi_Minh",
  bali: "Asia/Makassar",
  abuja: "Africa/Lagos",
  pretoria: "Africa/Johannesburg",
  durban: "Africa/Johannesburg",
  kapstadt: "Africa/Johannesburg",
  "le cap": "Africa/Johannesburg",
  kairo: "Africa/Cairo",
  "le caire": "Africa/Cairo",
  doha: "Asia/Qatar",
  ankara: "Europe/Istanbul",
  peking: "Asia/Shanghai",
  pékin: "Asia/Shanghai",
  hongkong: "Asia/Hong_Kong",
  seoul: "Asia/Seoul",
  moscou: "Europe/Moscow",
  varsovie: "Europe/Warsaw",
  copenhague: "Europe/Copenhagen",
  athènes: "Europe/Athens",
  bukarest: "Europe/Bucharest",
  bucarest: "Europe/Bucharest",
  belgrad: "Europe/Belgrade",
  mailand: "Europe/Rome",
  lausanne: "Europe/Zurich",
  bern: "Europe/Zurich",
  berne: "Europe/Zurich",
  basel: "Europe/Zurich",
  "mexiko-stadt": "America/Mexico_City",
  mexico: "America/Mexico_City",
  "neu-delhi": "Asia/Kolkata",
  teheran: "Asia/Tehran",
  alger: "Africa/Algiers",
  algier: "Africa/Algiers",
  "la réunion": "Indian/Reunion",
  martinique: "America/Martinique",
  guadeloupe: "America/Guadeloupe",
};

/** "Montréal" is Montreal. */
const plain = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
let cities: Map<string, string> | undefined;
let regions: Map<string, string> | undefined;

const load = (): Map<string, string> => {
  const known = new Map<string, string>();
  const twice = new Set<string>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const city = plain(zone.slice(zone.lastIndexOf("/") + 1));
    if (known.has(city)) twice.add(city);
    known.set(city, zone);
  }
  for (const city of twice) known.delete(city);
  for (const [city, zone] of Object.entries(MORE)) known.set(plain(city), zone);
  return known;
};

/** The zone of a city or of a country that has one zone; undefined for a place that is not known. */
export const cityZone = (place: string): string | undefined => {
  cities ??= load();
  return cities.get(plain(place));
};

/** The zone of a place that stands beside "time", "Zeit" or "heure de". */
export const saidZone = (place: string): string | undefined => {
  regions ??= new Map([...peoples(), ...morePlaces(), ...Object.entries(SAID_AS_ZONE)].map(([name, zone]) => [plain(name), zone]));
  return cityZone(place) ?? regions.get(plain(place));
};

/** Names that are words as well, in lower case. */
const PLAIN_WORDS = new Set("center easter troll knox casey davis palmer reunion réunion jersey china turkey factory central nome ny rom".split(" "));

/** True for a place that is as likely a word: "china" in lower case. */
export const isPlainWord = (place: string): boolean => place === place.toLowerCase() && (place.length < 3 || PLAIN_WORDS.has(place));
