import { InputError } from "@zoom-webinar/foundation";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const CONTROL = /[\u0000-\u001f\u007f]/;

const refuse = (name: string, message: string) =>
  new InputError(`The ${name} cannot be used in a request.`, [{ field: name, message }], { hint: "Copy the id from a list or a link of Zoom's." });

/**
 * One parameter as one segment of a path. A UUID that starts with "/" or holds "//" is encoded twice, as Zoom asks.
 * Throws `InputError` for what no encoding makes safe: nothing, ".", "..", control characters, half a surrogate pair.
 */
const toSegment = (name: string, id: string, isUuid: boolean): string => {
  // A URL parser takes "." and "..", however encoded, for steps in the tree: they would name another resource.
  if (id.trim() === "" || id === "." || id === "..") throw refuse(name, "an id is expected");
  if (CONTROL.test(id)) throw refuse(name, "an id holds no control characters");
  try {
    const once = encodeURIComponent(id);
    return isUuid && (id.startsWith("/") || id.includes("//")) ? encodeURIComponent(once) : once;
  } catch {
    throw refuse(name, "an id is well-formed text");
  }
};

/** Fills the placeholders of a path template: "/webinars/{webinarId}". Throws `InputError` for a value that is missing or unusable. */
export const fillPath = (template: string, uuids: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== "string") throw refuse(name, value === undefined ? "missing" : "ids are given as strings");
    return toSegment(name, value, uuids.includes(name));
  });
