/** The type of a value, with documentation of its fields for editors. `Docs` names the same fields; what it calls `unknown` stays as it is. */
export type Documented<Docs, Real> = unknown extends Docs
  ? Real
  : Real extends readonly (infer Row)[]
    ? Documented<Docs, Row>[]
    : Real extends object
      ? { [Field in keyof Docs]: Field extends keyof Real ? Documented<Exclude<Docs[Field], undefined>, Real[Field]> : never }
      : Real;
