import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { listCandidates, type NumberedUser, numberedUser } from "./candidates.ts";

/** Users asked one by one, so that a large account does not spend its daily calls on a list. */
const MOST_CHECKED = 100;

export const listUsersForSelection = defineOperation({
  id: "users.listForSelection",
  tool: "list_users_for_selection",
  summary: "Number all active users, to choose a host from; shows the licence and, if known, the webinar add-on.",
  alsoKnownAs: `
    choose a host from a numbered list, pick a host, who has a webinar licence, who has the webinar add-on, numbered users, which host should I
    take, menu of hosts, hosts with licence, select a person to host, webinar capable users, who may host events, which colleagues are allowed to
    run webinars, does anybody have the webinar add-on, who could host this, give me people to choose a host from, whom can I put down as a host,
    which of us may run a webinar, let me pick who runs it, options for the host, candidates to host, who is allowed to host, which colleagues
    hold the add-on, people able to run events numbered, offer me a choice of hosts, a roster with numbers, who among us can hold webinars, show
    possible hosts, who has the licence for webinars, numbered staff list, hosts to pick from, who is entitled to host, let me choose the host
    from the colleagues, a menu of people with the add-on, which staff can I assign as host, show me who may run webinars with numbers, I need a
    host so whom can I take, eligible hosts please, count off the hosts`,
  endpoints: ["GET /users", "GET /users/{userId}/webinars"],
  input: z.strictObject({
    check_webinar_add_on: z.boolean().optional().describe("Ask Zoom for each licensed user, up to 100: one more call each"),
  }),
  output: z.object({
    users: z.array(numberedUser.extend({ webinar_add_on: z.boolean().nullable().describe("null: not known") })),
    total_records: z.number().int(),
  }),
  rows: "users",
  cli: { isHidden: true, columns: ["number", "name", "email", "licence", "webinar_add_on"], examples: ["users list-for-selection"] },

  async run({ check_webinar_add_on }, ctx) {
    const candidates = await listCandidates(ctx);
    const users = [];
    let checked = 0;
    for (const user of candidates) {
      const isAsked = check_webinar_add_on === true && user.licence === "licensed" && checked < MOST_CHECKED;
      if (isAsked) checked += 1;
      // Without a licence there is no add-on; with one, Zoom shows the add-on only by refusing what takes it.
      users.push({ ...user, webinar_add_on: user.licence === "basic" ? false : isAsked ? await hasAddOn(user, ctx.zoom) : null });
    }
    return { users, total_records: users.length };
  },
  describe: ({ users }) => `${countOf(users.length, "user")}; choose one by number, e-mail, ID or name`,
});

const hasAddOn = async ({ id }: NumberedUser, zoom: ZoomClient): Promise<boolean | null> => {
  if (id === null) return null;
  try {
    await zoom.call("GET /users/{userId}/webinars", { path: { userId: id }, query: { page_size: 1 } });
    return true;
  } catch (error) {
    if (isZoomWebinarError(error) && error.code === "plan_missing") return false;
    if (isZoomWebinarError(error) && (error.code === "scope_missing" || error.code === "forbidden")) return null;
    throw error;
  }
};
