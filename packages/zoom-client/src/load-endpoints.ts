import { once } from "./once.ts";

/** The table of endpoints, loaded with the first call: a server that waits for it needs none. */
export const loadEndpoints = once(() => import("./generated/endpoints.ts"));
