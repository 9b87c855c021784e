import { InputError, ownValue } from "@zoom-webinar/foundation";
import * as z from "zod";
import type { FormFile } from "./request/multipart.ts";
import { name as fileName } from "./text/line.ts";

/** A file to send to Zoom. */
export interface UploadFile {
  /** File name with its ending: Zoom takes the kind of picture from it. */
  name: string;
  /** The bytes, base64 text of them, or a Blob: `await openAsBlob(path)` is read while it is sent, and again if the call is repeated. */
  data: string | Uint8Array | Blob;
}

/** 15 MB, the largest picture that Zoom takes. */
const LARGEST_UPLOAD_BYTES = 15 * 1024 * 1024;
const LONGEST_BASE64 = Math.ceil(LARGEST_UPLOAD_BYTES / 3) * 4;

const isData = (data: unknown): boolean =>
  data instanceof Uint8Array ||
  data instanceof Blob ||
  (typeof data === "string" && data.length > 0 && data.length <= LONGEST_BASE64 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data));

const uploadData = () => {
  const schema = z.custom<UploadFile["data"]>(isData, "expected a Uint8Array, a Blob or base64 text");
  // Bytes have no place in JSON: a caller that speaks JSON has to send base64. Registered, not described: a copy would lose this.
  schema._zod.toJSONSchema = () => ({ type: "string", contentEncoding: "base64" });
  return schema.register(z.globalRegistry, { description: "The bytes, as base64" });
};

/** Schema of a file to send; as JSON Schema its bytes are base64 text. */
export const uploadFile = () => z.strictObject({ name: fileName().max(255).describe("File name with its ending"), data: uploadData() });

const PICTURE_TYPES: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif" };

/** How the kinds of picture begin that Zoom takes: JPG, GIF, PNG. */
const PICTURE_STARTS = [[0xff, 0xd8, 0xff], [...Buffer.from("GIF8")], [0x89, ...Buffer.from("PNG\r\n")]];

/** By its first bytes: anything can have the name of a picture. */
const isPicture = async (blob: Blob): Promise<boolean> => {
  const head = new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  return PICTURE_STARTS.some((start) => start.every((byte, at) => head[at] === byte));
};

const WHICH = "Name a JPG, GIF or PNG file.";

/** True for a file to send among the fields of a call. */
export const isUploadFile = (value: unknown): value is UploadFile =>
  typeof value === "object" && value !== null && "name" in value && "data" in value;

/** Throws `InputError` for a file among the fields of a call that would not be sent. */
export const assertUploads = async (fields: object): Promise<void> => {
  for (const [field, value] of Object.entries(fields)) if (isUploadFile(value)) await toFormFile(field, value);
};

/** The file as a part of a form. Throws `InputError` naming `field` if it is empty, larger than Zoom takes, or not a picture. */
export const toFormFile = async (field: string, { name, data }: UploadFile): Promise<FormFile> => {
  const blob = data instanceof Blob ? data : new Blob([typeof data === "string" ? Buffer.from(data, "base64") : Uint8Array.from(data)]);
  if (blob.size === 0) throw new InputError(`The file ${name} is empty.`, [{ field, message: "a picture is expected" }], { hint: WHICH });
  if (blob.size > LARGEST_UPLOAD_BYTES)
    throw new InputError(`The file ${name} is larger than 15 MB.`, [{ field, message: "Zoom takes at most 15 MB" }], { hint: "Make it smaller." });
  if (!(await isPicture(blob)))
    throw new InputError(`The file ${name} is not a picture.`, [{ field, message: "only JPG, GIF and PNG files work" }], { hint: WHICH });
  return { name, data: blob, contentType: ownValue(PICTURE_TYPES, name.split(".").at(-1)?.toLowerCase() ?? "") ?? "application/octet-stream" };
};
