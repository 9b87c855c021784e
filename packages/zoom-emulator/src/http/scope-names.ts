import { ENDPOINTS } from "./endpoint.ts";

const KNOWN: ReadonlySet<string> = new Set(Object.values(ENDPOINTS).flatMap(({ scopes }) => [...scopes.granular, ...scopes.classic]));

/** Other areas than webinars are in the document for a few endpoints only: their scopes are taken by their form. */
const ELSEWHERE = /^(?!webinar:)[a-z_]+(:[a-z_]+){1,3}$/;

/** True for a scope of Zoom's document, and for what may be one of an area that is not about webinars, such as "meeting:read:meeting:admin". */
export const isScope = (scope: string): boolean => KNOWN.has(scope) || ELSEWHERE.test(scope);

/** What is wrong with a scope that does not exist. */
export const noSuchScope = (scope: string): string =>
  `our document of Zoom's API has no scope ${JSON.stringify(scope)}; one reads like "webinar:read:webinar:admin"`;
