/** What unpacks an encoding. */
const UNPACK = { gzip: "gunzip", "x-gzip": "gunzip", deflate: "inflate", br: "brotliDecompress" } as const;

const isKnown = (encoding: string): encoding is keyof typeof UNPACK => Object.hasOwn(UNPACK, encoding);

/** Marks an answer that cannot be unpacked; `undiciSend` words it. */
export const UNREADABLE_ENCODING = "UNREADABLE_ENCODING";

/**
 * The text of an answer that a gateway packed, though this client does not ask for it. Throws an error with the code `UNREADABLE_ENCODING` for an encoding that
 * is unknown, bytes that do not fit it, and more than `mostBytes` once unpacked.
 */
export const decodeBody = async (bytes: ArrayBuffer, encoding: string, mostBytes: number): Promise<string> => {
  if (bytes.byteLength === 0) return "";
  const name = encoding.trim().toLowerCase();
  const zlib = await import("node:zlib");
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) =>
      reject(Object.assign(new Error(`the answer's encoding ${encoding.slice(0, 40)} cannot be read`, { cause }), { code: UNREADABLE_ENCODING }));
    if (!isKnown(name)) return fail();
    zlib[UNPACK[name]](Buffer.from(bytes), { maxOutputLength: mostBytes }, (error, unpacked) => {
      if (error) fail(error);
      else resolve(new TextDecoder().decode(unpacked));
    });
  });
};
