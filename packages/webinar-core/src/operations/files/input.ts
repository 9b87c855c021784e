import * as z from "zod";
import { rare, userId } from "../../operation/params.ts";
import { fileInput } from "./schema.ts";

/** What plan and apply take. */
export const planInput = {
  files: z.array(fileInput).min(1).max(200).describe("Files of webinars"),
  user_id: userId.optional().describe("Host of all these webinars, whatever the files say"),
  default_user_id: rare(userId.optional().describe("Host of those webinars for which neither user_id nor their file names one")),
};

/** The hosts that a call names. */
export const hostsIn = ({ user_id, default_user_id }: { user_id?: string | undefined; default_user_id?: string | undefined }) => ({
  userId: user_id,
  defaultUserId: default_user_id,
});
