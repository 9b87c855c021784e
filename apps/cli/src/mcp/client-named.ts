import { InputError, ownValue } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import { orList } from "../or-list.ts";
import { CLIENTS, type McpClient } from "./clients.ts";

/** The names that a word may mean, by the whole name or a part of it: "clode" is near to "claude". */
const namesNear = (word: string, known: readonly string[]): string[] =>
  known.filter((name) => [name, ...name.split("-")].some((part) => didYouMean(word, [part]) !== null));

/** The assistant of this name. `also`: words that the flag takes besides. Throws `InputError` for any other. */
export const clientNamed = (name: string, also: readonly string[] = []): McpClient => {
  const client = ownValue(CLIENTS, name);
  if (client !== undefined) return client;
  const known = [...Object.keys(CLIENTS), ...also];
  const near = namesNear(name, known);
  throw InputError.at(
    "--client",
    `there is no ${JSON.stringify(name)}${near.length === 0 ? "" : `, did you mean ${orList(near)}?`}`,
    `Known are ${known.join(", ")}.`,
  );
};
