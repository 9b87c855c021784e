import { InputError } from "@zoom-webinar/foundation";
import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import { labelOf } from "./ask-for.ts";

/** What has a number for its id: whatever else stands in its place was not meant to be there. */
const NUMBERED = "webinar_id";

const NUMBER = /^\d[\d -]{7,12}\d$/;
const TABLE = /\.(?:csv|tsv|txt|jsonl?|xlsx?|ods)$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;
/** Zoom's other ids, such as a poll's or a registrant's. */
const LONG_ID = /^[\w+/=-]{22,}$/;

/**
 * Words in each other's places are told before anything is looked up: a file or an address where a webinar is expected, and the webinar's number elsewhere, or
 * missing although the command reads a file. Throws `InputError`.
 */
export const assertInPlace = (operation: AnyOperation, input: Readonly<Record<string, unknown>>): void => {
  const positional = operation.cli?.positional ?? [];
  const given = input[NUMBERED];
  if (!positional.includes(NUMBERED) || typeof given !== "string") return;
  const webinar = labelOf(operation, NUMBERED);
  const said = JSON.stringify(given);
  const isFile = TABLE.test(given);
  const other = positional.find((name) => name !== NUMBERED && [input[name]].flat().some((one) => typeof one === "string" && NUMBER.test(one)));
  if (other !== undefined && (isFile || ADDRESS.test(given) || LONG_ID.test(given))) {
    const order = positional.filter((name) => name === NUMBERED || name === other).map((name) => labelOf(operation, name));
    const number = [input[other]].flat().find((one) => typeof one === "string" && NUMBER.test(one));
    throw InputError.at(
      NUMBERED,
      `${said} and ${String(number)} stand in each other's places`,
      `Swap them: ${order.join(" comes first, then ")}. Nothing was looked up.`,
    );
  }
  if (isFile && positional.includes("file") && input.file === undefined)
    throw InputError.at(NUMBERED, `${said} is a file's name`, `Name the webinar first, then the file: ${webinar} ${labelOf(operation, "file")}.`);
};
