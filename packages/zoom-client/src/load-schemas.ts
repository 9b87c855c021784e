import { once } from "./once.ts";

/** The schemas, loaded with the first answer: they are the largest part of the client, and a server that waits for its first call needs none. */
export const loadSchemas = once(() => import("./schemas.ts"));
