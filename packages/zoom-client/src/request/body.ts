import { InputError } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import { isUploadFile, toFormFile } from "../upload.ts";
import { type FormPart, multipartForm } from "./multipart.ts";

/** A body that is ready to be sent, as often as need be. A Blob is read while it is sent. */
export interface RequestBody {
  contentType: string;
  content: string | Blob;
}

const toInteger = (name: string, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const id = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(id))
    throw new InputError(`The ${name} cannot be used in a request.`, [{ field: name, message: "expected a webinar ID: digits, below 2^53" }]);
  return id;
};

const toJson = (info: EndpointInfo, body: Readonly<Record<string, unknown>>): RequestBody => {
  const wire = { ...body };
  for (const [place, name, kind] of Object.values(info.input)) if (place === "body" && kind === "integer") wire[name] = toInteger(name, wire[name]);
  // Without a field, still an object: Zoom answers "Request Body should be a valid JSON object." to nothing.
  return { contentType: "application/json", content: JSON.stringify(wire) };
};

const toForm = async (body: Readonly<Record<string, unknown>>): Promise<RequestBody> => {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  const parts = given.map(async ([field, value]): Promise<FormPart> => [field, isUploadFile(value) ? await toFormFile(field, value) : String(value)]);
  return multipartForm(await Promise.all(parts));
};

/** The body of a request, null if the endpoint takes none. Undefined fields are left out. Throws `InputError`. */
export const toBody = async (info: EndpointInfo, body: Readonly<Record<string, unknown>>): Promise<RequestBody | null> => {
  if (info.body === "none") return null;
  return info.body === "json" ? toJson(info, body) : toForm(body);
};
