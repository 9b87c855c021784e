import { switchOf, variableOf } from "@zoom-webinar/webinar-core/doors/settings";
import { FORMAT_NAMES } from "../output/formats/index.ts";
import type { DefaultName } from "./defaults.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** A variable that counts more than a default. */
interface Found {
  readonly name: string;
  readonly value: string;
}

const textOf =
  (name: string) =>
  (env: Env): Found | null => {
    const value = env[name];
    return value === undefined || value === "" ? null : { name, value };
  };

/** The variable of each default, as it is set. A host's is not named after --host, which is also the address that a server listens on. */
export const VARIABLES: Readonly<Record<DefaultName, (env: Env) => Found | null>> = {
  host: textOf("ZOOM_WEBINAR_DEFAULT_HOST"),
  zone: textOf(variableOf("zone")),
  format: (env) => {
    const value = FORMAT_NAMES.find((name) => switchOf(env[variableOf(name)]) === true);
    return value === undefined ? null : { name: variableOf(value), value };
  },
};
