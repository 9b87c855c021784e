import { describe } from "vitest";
import { testDecisionFromFile } from "../../test/decision-from-file.ts";
import { cancelRegistrantsFrom } from "./cancel-from.ts";

describe("registrants.cancelFrom", () => testDecisionFromFile(cancelRegistrantsFrom, "automatic", "denied"));
