import { PolicyError } from "@zoom-webinar/foundation";
import type { Catalog, CatalogEntry } from "../operation/catalog.ts";
import { REVEALS, type Reveal } from "./reveal.ts";
import { isReadOnly, type Safety } from "./safety.ts";

/** What decides whether a session allows an operation at all. */
export interface Bounds {
  safety: Safety;
  reveal: Reveal;
}
type Subject = Pick<CatalogEntry, "id" | "effect" | "reveals">;

/** A bound may come from a flag, a variable or an option of the library; which of them is not known here. */
const wayOut = (setting: "safety" | "reveal", values: string): string =>
  `Whoever runs this can set --${setting} ${values}, or the variable ZOOM_WEBINAR_${setting.toUpperCase()}.`;

/** Why the operator allows an operation to nobody in this session, null if it is allowed. */
export const refusalOf = ({ id, effect, reveals }: Subject, { safety, reveal }: Bounds): PolicyError | null => {
  if (isReadOnly(safety) && effect !== "read") {
    return new PolicyError("not_allowed", `${id} changes the account, and this session is read-only.`, {
      hint: wayOut("safety", "confirm or trusted"),
    });
  }
  if (reveals !== undefined && REVEALS.indexOf(reveals) > REVEALS.indexOf(reveal)) {
    return new PolicyError(
      "not_allowed",
      `${id} answers with a secret of the class "${reveals}", and this session reveals nothing beyond "${reveal}".`,
      {
        hint: wayOut("reveal", reveals),
      },
    );
  }
  return null;
};

/** The operations that this session allows, in the catalog's order: what a door lists and offers. The others exist, and answer `not_allowed`. */
export const listed = (catalog: Catalog, session: Bounds): Catalog => catalog.filter((entry) => refusalOf(entry, session) === null);
