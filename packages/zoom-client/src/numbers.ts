import { InputError } from "@zoom-webinar/foundation";

/** Throws `InputError` for an option of this list that is given and is not a number above 0: it would be no limit at all, or one that ends everything. */
export const assertAboveZero = <Options extends object>(options: Options, names: readonly (keyof Options & string)[]): void => {
  for (const name of names) {
    const value: unknown = options[name];
    if (value !== undefined && !(typeof value === "number" && value > 0))
      throw InputError.at(
        name,
        `expected a number above 0, got ${typeof value === "number" ? value : typeof value}`,
        "Leave it out for its default.",
      );
  }
};
