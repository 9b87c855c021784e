import { InputError } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import { plainDigits } from "../id.ts";
import { LARGEST_UPLOAD_BYTES, type UploadFile } from "../upload.ts";

/** A body that is ready to be sent, as often as need be. */
export interface RequestBody {
  contentType: string;
  bytes: string | Uint8Array;
}

const toInteger = (name: string, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const id = Number(plainDigits(value.trim()));
  if (!Number.isSafeInteger(id))
    throw new InputError(`The ${name} cannot be used in a request.`, [{ field: name, message: "expected a webinar ID: digits, below 2^53" }]);
  return id;
};

const toJson = (info: EndpointInfo, body: Readonly<Record<string, unknown>>): RequestBody => {
  const wire = { ...body };
  for (const [place, name, kind] of Object.values(info.input)) if (place === "body" && kind === "integer") wire[name] = toInteger(name, wire[name]);
  // Without a field, still an object: Zoom answers "Request Body should be a valid JSON object." to nothing.
  return { contentType: "application/json", bytes: JSON.stringify(wire) };
};

const PICTURE_TYPES: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif" };

const isUploadFile = (value: unknown): value is UploadFile => typeof value === "object" && value !== null && "name" in value && "data" in value;

const toBlob = (field: string, file: UploadFile): Blob => {
  const type = PICTURE_TYPES[file.name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
  const blob =
    file.data instanceof Blob
      ? file.data.slice(0, file.data.size, type)
      : new Blob([typeof file.data === "string" ? Buffer.from(file.data, "base64") : Uint8Array.from(file.data)], { type });
  if (blob.size === 0) throw new InputError(`The file ${file.name} is empty.`, [{ field, message: "a picture is expected" }]);
  if (blob.size > LARGEST_UPLOAD_BYTES)
    throw new InputError(`The file ${file.name} is larger than 15 MB.`, [{ field, message: "Zoom takes at most 15 MB" }]);
  return blob;
};

/**
 * FormData and Response of the platform write the multipart form. Read into memory rather than streamed: at most 15 MB, and so it has a
 * Content-Length and can be sent again.
 */
const toMultipart = async (body: Readonly<Record<string, unknown>>): Promise<RequestBody> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    if (isUploadFile(value)) form.append(name, toBlob(name, value), value.name);
    else form.append(name, String(value));
  }
  const written = new Response(form);
  return { contentType: written.headers.get("content-type") ?? "multipart/form-data", bytes: new Uint8Array(await written.arrayBuffer()) };
};

/** The body of a request, null where the endpoint takes none. Undefined fields are left out. Throws `InputError`. */
export const toBody = async (info: EndpointInfo, body: Readonly<Record<string, unknown>>): Promise<RequestBody | null> => {
  if (info.body === "none") return null;
  return info.body === "json" ? toJson(info, body) : toMultipart(body);
};
