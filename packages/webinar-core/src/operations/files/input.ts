import * as z from "zod";
import { userId } from "../../operation/params.ts";
import { fileInput } from "./schema.ts";

/** What plan and apply take. */
export const planInput = {
  files: z.array(fileInput).min(1).max(200).describe("Files of webinars"),
  user_id: userId.optional().describe("Host of all these webinars, whatever the files say"),
};
