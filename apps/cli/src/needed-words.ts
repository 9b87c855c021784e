import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "./command-path.ts";

/** What a call knows that another command may need. */
export interface Known {
  readonly input: Readonly<Record<string, unknown>>;
  /** The field of the input that names the host; undefined: none does. */
  readonly host: string | undefined;
  /** The person's own default host stands for one that is not named. */
  readonly hasOwnHost: boolean;
}

/** Before anything is known of the call. */
export const NOTHING_KNOWN: Known = { input: {}, host: undefined, hasOwnHost: false };

/** What a shell takes as one word whatever it is: ids and addresses. */
const PLAIN = /^(?!-)[\w@.+-]+$/;

/** What a command cannot do without, as it is to be typed: what the call says of it, else its place, such as <webinar-id>. */
export const neededWords = (catalog: Catalog, { input, host, hasOwnHost }: Known): ReadonlyMap<string, readonly string[]> =>
  new Map(
    catalog.flatMap(({ id, tool, needs = {} }) => {
      const words = Object.entries(needs).flatMap(([field, flag]) => {
        if (flag !== "" && hasOwnHost) return [];
        const said = input[flag === "" ? field : (host ?? field)];
        const word = typeof said === "string" && PLAIN.test(said) ? said : `<${flag === "" ? kebab(field) : "e-mail"}>`;
        return [flag === "" ? word : `${flag} ${word}`];
      });
      return words.length === 0 ? [] : [tool, id].map((name) => [name, words] as const);
    }),
  );

/** Those of the needed words that are not typed yet; `typed`: ids, places, and flags with a value. */
export const wordsLeft = (needed: readonly string[], typed: string): readonly string[] => {
  const flags: readonly string[] = typed.match(/--\S+/g) ?? [];
  const places = typed
    .replaceAll(/ --\S+ \S+/g, "")
    .split(" ")
    .filter((word) => word !== "").length;
  const isFlag = (word: string) => word.startsWith("--");
  return [
    ...needed.filter((word) => !isFlag(word)).slice(places),
    ...needed.filter((word) => isFlag(word) && !flags.includes(word.split(" ")[0] ?? "")),
  ];
};
