import { describe } from "vitest";
import { testIssuedToken } from "../../test/issued-token.ts";
import { getLocalArchivingToken } from "./get-local-archiving.ts";

describe("tokens.getLocalArchiving", () => testIssuedToken(getLocalArchivingToken, "jointoken/local_archiving"));
