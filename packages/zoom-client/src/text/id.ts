import * as z from "zod";
import { isAddress, tidyAddress } from "./address.ts";
import { BREAK_OR_CONTROL, trimEdges } from "./edges.ts";
import { PRINTED, tidyNumber, toWebinarNumber } from "./webinar-number.ts";

/**
 * Ids are strings at every edge: JSON numbers lose digits beyond 2^53, and Zoom itself sends the same id as a number here and as a string there.
 * The schema that reads an id makes it canonical, so that two spellings of one id are one call for the audit, a confirmation and a pending write.
 */

/** By this mark a door whose clients send ids as numbers knows them, and reads such a number as text. */
const AN_ID = { zoomId: true };

const plainDigits = (text: string): string => toWebinarNumber(text) ?? text;

const LINK = /^\s*https:\/\/[^\s/]+\/(?:j|w|s|wc|webinar)\/(?:join\/)?(\d{9,12})(?:[/?#]\S*)?\s*$/;

/** The number in a link to join or start; the text itself if it is no such link. A registration link holds none. */
const numberInLink = (text: string): string => LINK.exec(text)?.[1] ?? text;

/** Webinar ID, as Zoom prints it ("953 1234 5678") or as plain digits, which is what is read; also the link to join it. Not a UUID, which names one held instance. */
export const webinarId = () =>
  z
    .string()
    .overwrite((text) => tidyNumber(numberInLink(text)))
    .regex(new RegExp(`^${PRINTED}$`), 'expected a webinar ID: its digits as Zoom prints them, such as "953 1234 5678"')
    .overwrite(plainDigits)
    .meta(AN_ID);

/** A UUID is base64, which has no percent sign: one that was encoded for a path, once or twice, is read as what it stands for. */
const decoded = (text: string): string => {
  let uuid = text;
  for (let pass = 0; pass < 2 && uuid.includes("%"); pass += 1) {
    try {
      uuid = decodeURIComponent(uuid);
    } catch {
      return text;
    }
  }
  return uuid;
};

/** Webinar ID, or the UUID of one held instance (24 characters of base64, at times with slashes). */
export const webinarIdOrUuid = () =>
  z
    .string()
    .overwrite((text) => plainDigits(decoded(trimEdges(numberInLink(text)))))
    .regex(new RegExp(`^(${PRINTED}|[\\w+/=-]{20,64})$`), 'expected a webinar ID such as "953 1234 5678", or the UUID of one held instance')
    .meta(AN_ID);

/**
 * Any other id of Zoom's: opaque text, trimmed; or an e-mail address if Zoom takes one instead, since no id holds an "@". Empty is refused, since an
 * empty `occurrence_id` would mean the whole series.
 */
export const anyId = (maxLength: number) =>
  z
    .string()
    .overwrite((text) => (text.includes("@") ? tidyAddress(text) : trimEdges(text)))
    .min(1)
    .max(maxLength)
    .refine((text) => !BREAK_OR_CONTROL.test(text), "an id holds no line breaks or control characters")
    .refine(
      (text) => !text.includes("@") || BREAK_OR_CONTROL.test(text) || isAddress(text),
      "expected an e-mail address, such as ada@example.com, or an id",
    )
    .meta(AN_ID);
