import { randomUUID } from "node:crypto";
import type { RequestBody } from "./body.ts";

/** A file of a form; its Blob may lie on disk. */
export interface FormFile {
  name: string;
  contentType: string;
  data: Blob;
}

/** A field of a form and its value. */
export type FormPart = readonly [field: string, value: string | FormFile];

/** As the HTML standard writes names in a form: what would end the name is escaped. */
const quoted = (name: string): string => `"${name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22")}"`;

const written = ([field, value]: FormPart): (string | Blob)[] =>
  typeof value === "string"
    ? [`content-disposition: form-data; name=${quoted(field)}\r\n\r\n${value}`]
    : [
        `content-disposition: form-data; name=${quoted(field)}; filename=${quoted(value.name)}\r\ncontent-type: ${value.contentType}\r\n\r\n`,
        value.data,
      ];

/**
 * A multipart form (RFC 7578) as one Blob: its size is known, it can be sent again, and a file that was opened with `openAsBlob` is read only
 * while it is sent. The platform's FormData can be streamed too, but then has no length, and Zoom's answer to a chunked upload is not documented.
 */
export const multipartForm = (parts: readonly FormPart[]): RequestBody => {
  const boundary = `zoom-webinar-${randomUUID()}`;
  const content = new Blob([...parts.flatMap((part) => [`--${boundary}\r\n`, ...written(part), "\r\n"]), `--${boundary}--\r\n`]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, content };
};
