import { describe } from "vitest";
import { testDecisionFromFile } from "../../test/decision-from-file.ts";
import { denyRegistrantsFrom } from "./deny-from.ts";

describe("registrants.denyFrom", () => testDecisionFromFile(denyRegistrantsFrom, "automatic", "denied"));
