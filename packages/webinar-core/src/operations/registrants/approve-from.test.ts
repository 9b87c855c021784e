import { describe } from "vitest";
import { testDecisionFromFile } from "../../test/decision-from-file.ts";
import { approveRegistrantsFrom } from "./approve-from.ts";

describe("registrants.approveFrom", () => testDecisionFromFile(approveRegistrantsFrom, "manual", "approved"));
