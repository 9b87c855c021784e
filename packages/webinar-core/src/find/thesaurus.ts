import { termOf } from "./terms.ts";

/** What people say, and the words that operations use for it. */
const MEANT = `
  vote icebreaker: poll
  badge: tag
  backdrop: background
  poster logo banner: wallpaper picture
  turnout faces crowd audience viewer visitor: attendance attend
  seat: licence user
  login: account credentials token
  xlsx sheet: csv spreadsheet file
  upload: import
  stage podium: panel panelist speaker
  reject decline refuse: deny
  admit: approve
  campaign: tracking label
  collide overlap: clash
  phone laptop ipad tablet mobile: device
  youtube facebook twitch linkedin vimeo: live stream
  streamed: stream
  subtitle subtitler: caption
  recap figures: report summary
  choices options: values
  bin chuck ditch toss trash: remove delete
  laptop computer: machine local
  complain comment: feedback
  invitee: registrant
  guest: registrant attendee
  stuck: import waiting
`
  .trim()
  .split("\n")
  .map((line) => line.split(":").map((words) => words.trim().split(/\s+/)));

/** Ways of saying that no single word gives away, with the words for it. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/\bturn(ed|ing|s)? .*\b(down|away)\b|\bsa(y|id) no to\b/i, "deny denied"],
  [/\bwav(e|ed|ing) .*\bthrough\b|^let .*\bin\b/i, "approve pending"],
  [/\b(sign|put) .*\b(up|on the list)\b/i, "register"],
  [/\b(strike|cross|take) .*\boff\b/i, "remove"],
  [/\b(roll(ed|ing)? out|push(ed|ing)?)\b/i, "apply"],
  [/\b(do|run|hold|have|bring) .*\b(again|back)\b|\blast (year|spring|summer|autumn|fall|winter|month)['’]?s\b/i, "copy again"],
  [/\b(my own|plain|simple|normal) (words|english|language)\b|\btype (in )?what i want\b/i, "sentence words"],
  [/\b(lying|left) (around|behind)|\b(you )?(left|leave|keep|kept|stored?) .*\bon (my|this|our)\b/i, "local files machine"],
  [
    /\b(who|people|they|members|guests|attendees) .*\b(come|came|comes|coming) back\b|\bsame (people|faces|crowd)\b|\breturning\b/i,
    "compare again dates",
  ],
  [
    /\b(than|against|versus|vs) (in |on )?(last|the|this|previous|january|february|march|april|may|june|july|august|september|october|november|december)\b/i,
    "compare attendance dates",
  ],
  [/\b(once|when|after) .*\b(over|leave|leaves|left|ends?|finished)\b/i, "after survey"],
  [/\b(come|came|comes) from\b|\bwhich link\b/i, "source tracking"],
  [/\b(would|will) .*\bchange\b/i, "plan changes"],
  [/\bhow (did|do) .*\bvote\b/i, "poll answers results"],
];

const termsIn = (text: string): string[] => text.split(/\s+/).flatMap((word) => termOf(word) ?? []);

const meant = MEANT.map(([said = [], words = []]) => ({
  said: said.flatMap((word) => termOf(word) ?? []),
  words: words.flatMap((word) => termOf(word) ?? []),
}));

/** Other words for what is asked, as terms of the index; what was said itself is not among them. */
export const otherWordsFor = (asked: string, terms: ReadonlySet<string>): ReadonlySet<string> => {
  const others = new Set(TURNS.flatMap(([turn, words]) => (turn.test(asked) ? termsIn(words) : [])));
  for (const { said, words } of meant) if (said.some((word) => terms.has(word))) for (const word of words) others.add(word);
  for (const term of terms) others.delete(term);
  return others;
};
