/** The named fields of an input: what is passed on as it was given. A name that the input does not have does not compile. */
export const pick = <Input extends object, const Name extends keyof Input>(input: Input, names: readonly Name[]): Pick<Input, Name> =>
  Object.fromEntries(names.map((name) => [name, input[name]])) as Pick<Input, Name>;

/** The names of an object's fields, typed. */
export const namesOf = <Fields extends object>(fields: Fields): readonly (keyof Fields)[] => Object.keys(fields) as (keyof Fields)[];
