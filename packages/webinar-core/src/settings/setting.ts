import type { WholeRange } from "@zoom-webinar/foundation";
import type { RecipientCap } from "../policy/recipients.ts";

interface Common {
  readonly summary: string;
  /** A second, shorter variable; `ZOOM_WEBINAR_<FLAG>` counts more. */
  readonly alsoFrom?: string;
  /** Another spelling of the flag, and so of its variable; help does not show it. */
  readonly alsoFlag?: string;
}

/** One setting of an app: a flag, and the variable `ZOOM_WEBINAR_<FLAG>`. */
export type Setting = Common &
  (
    | { readonly kind: "switch" }
    | { readonly kind: "text"; readonly placeholder: string; readonly default?: string }
    | { readonly kind: "list"; readonly placeholder: string }
    /** A file or folder, from the working directory. */
    | { readonly kind: "path"; readonly placeholder: string }
    /** `strictest`: the value that counts wherever it is said, whatever else is said. */
    | { readonly kind: "choice"; readonly values: readonly string[]; readonly default?: string; readonly strictest?: string }
    /** An IANA zone. */
    | { readonly kind: "zone"; readonly placeholder: string }
    /** How many at most in one call, and after a slash in one day: "50/200". */
    | { readonly kind: "cap"; readonly placeholder: string }
    /** A share from 0 to `most`. */
    | { readonly kind: "share"; readonly placeholder: string; readonly most: number }
    /** A whole number from `least` to `most`. */
    | ({ readonly kind: "whole"; readonly placeholder: string; readonly default?: number } & WholeRange)
  );

/** Settings by the name of their flag, without dashes before it. */
export type SettingTable = Readonly<Record<string, Setting>>;

type ValueOf<S extends Setting> = S extends { kind: "switch" }
  ? boolean
  : S extends { kind: "list" }
    ? readonly string[]
    : S extends { kind: "cap" }
      ? RecipientCap | undefined
      : S extends { kind: "share" }
        ? number | undefined
        : S extends { kind: "whole" }
          ? number | (S extends { default: number } ? never : undefined)
          : S extends { kind: "choice"; values: readonly (infer Value)[] }
            ? Value | (S extends { default: string } ? never : undefined)
            : S extends { default: string }
              ? string
              : string | undefined;

/** The value of every setting of a table. */
export type SettingValues<Table extends SettingTable> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

/** "confirm-by" → "ZOOM_WEBINAR_CONFIRM_BY". */
export const variableOf = (flag: string): string => `ZOOM_WEBINAR_${flag.toUpperCase().replaceAll("-", "_")}`;

/** What a flag takes, as help shows it: "FILE", "token|person"; null for a switch. */
export const placeholderOf = (setting: Setting): string | null => {
  if (setting.kind === "switch") return null;
  return setting.kind === "choice" ? setting.values.join("|") : setting.placeholder;
};

/** What a setting is for, its other variable and its default included. */
export const describeSetting = (setting: Setting): string => {
  const preset = "default" in setting ? setting.default : undefined;
  const also = setting.alsoFrom === undefined ? "" : `; also from ${setting.alsoFrom}`;
  return `${setting.summary}${also}${preset === undefined ? "" : `; if left out: ${preset}`}`;
};

/** Whether the text of a switch means on; nothing and empty text mean off, null: neither on nor off. */
export const switchOf = (text: string | undefined): boolean | null => {
  if (text === undefined || /^(|0|false|no|off)$/i.test(text)) return false;
  return /^(1|true|yes|on)$/i.test(text) ? true : null;
};
