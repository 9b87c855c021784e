/** What names nobody, where a host may stand. */
const NOBODY =
  /^(?:the|our|my|your|his|her|their|an?|this|that|it|she|he|they|we|you|i|who|someone|somebody|everyone|nobody|one|me|us|not|please|pls|will|can|could|is|are|and|or|with|for|co|alternative|alt|second|guest|online|webinar|der|die|das|den|ich|wir|sie|er|es|ein|eine|mein|meine|unser|unsere|nicht|bitte|wer|je|nous|on|il|elle|le|la|les|un|une|mon|ma|notre|pas|qui|moi|tba|tbc|tbd|zoom)$/u;
const VERB = /^(?:get|have|let|make|put|ask|can|could|will|may|shall|want|need|please|and|on|under|with|bring|invite)$/u;
const NAME = "(?!(?:webinar|account|family|families|city|training)(?!\\p{L}))\\p{Ll}[\\p{Ll}'’-]{2,}";
/** A cue, and the name behind it. */
const BEHIND_A_CUE = new RegExp(
  `(?<![\\p{L}-])(?<!(?:as|als|comme) (?:the |our )?)(?:gastgeber(?:in)?(?: ist)?|hôte(?: est)?|animée? par|présentée? par|moderiert von|geleitet von|on behalf of|(?:im auftrag|im namen) von(?: (?:frau|herrn?|dr\\.?|prof\\.?))*|au nom de) ?:? (${NAME})(?: (${NAME})(?=\\s*(?:[,.;:!?\\n]|$)))?`,
  "gu",
);
/** A name, and the cue behind it. */
const BEFORE_A_CUE = new RegExp(
  `(?<=^|[.,;:!?(\\n–—] ?|- |(?<!\\p{L})(?:on|under|in|with|and|have|get|let|can|could|would|may|put|make|please) )(${NAME})(?: (${NAME}))?(?=['’]s (?:account|calendar|zoom)(?!\\p{L})| (?:is|will be|['’]ll be) hosting(?!\\p{L})| hosting\\s*(?:[,.;:!?\\n]|$)| (?:will|to) host(?!\\p{L}|s)| is the host(?!\\p{L})| host (?:the |our )?\\p{Ll})`,
  "gu",
);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Where a host stands, a name typed in small letters gets its capital, if the whole text has none: "gastgeberin ist annegret", "priya is hosting". */
export const withNamesOfHosts = (text: string): string => {
  if (/\p{Lu}/u.test(text)) return text;
  const named = (all: string, first: string, second: string | undefined): string => {
    // "get wiremu to host": a verb stands in front
    const names = second === undefined || !VERB.test(first) ? [first, second].filter((name) => name !== undefined).join(" ") : second;
    if (names.split(" ").some((name) => NOBODY.test(name))) return all;
    const at = all.lastIndexOf(names);
    return all.slice(0, at) + names.split(" ").map(capital).join(" ") + all.slice(at + names.length);
  };
  return text.replace(BEHIND_A_CUE, named).replace(BEFORE_A_CUE, named);
};
