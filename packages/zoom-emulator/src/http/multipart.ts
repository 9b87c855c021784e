/** A file of an upload, as far as the emulator looks at it. */
export interface UploadedFile {
  name: string;
  /** As the part calls itself, "" if it does not. */
  type: string;
  /** Bytes. */
  size: number;
}

/** An upload. */
export interface Form {
  fields: Readonly<Record<string, string>>;
  /** By field name. */
  files: Readonly<Record<string, UploadedFile>>;
}

/** An upload without anything in it. */
export const EMPTY_FORM: Form = { fields: {}, files: {} };

/** Reads a multipart body with the platform's own parser, null for anything that it cannot read. */
export const readForm = async (bytes: Uint8Array, contentType: string): Promise<Form | null> => {
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  try {
    // a copy: the platform's types ask for a buffer of its own
    const form = await new Response(Uint8Array.from(bytes), { headers: { "content-type": contentType } }).formData();
    for (const [name, value] of form) {
      if (typeof value === "string") fields[name] = value;
      else files[name] = { name: value.name, type: value.type, size: value.size };
    }
  } catch {
    return null;
  }
  return { fields, files };
};
