import { compact, pick } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { joiningsOf, personKey, shownEmail } from "../reports/people.ts";
import { DETAIL_RULES, findMetered, pageRules } from "./find-metered.ts";

const RULES = { unknown: refusals.notEnded, forbidden: refusals.dashboardOnly, pastTypes: ["past", "pastOne"] };

/** GET /metrics/webinars/{webinarId}/participants/satisfaction: thumbs and comments. `pastOne` knows only webinars to which one person came. */
export const listFeedback: Handler = (call) => {
  const { session } = findMetered(call, RULES);
  if (call.query.get("type") === "pastOne" && new Set(session.participants.map(personKey)).size !== 1) throw refusals.notEnded();
  const joinings = joiningsOf(session);
  const page = pageOf(call, session.feedback, pageRules(call));
  const participants = page.rows.map(({ user_id, at, satisfied, comment }) => {
    const joining = joinings.get(user_id);
    return {
      user_id: joining?.account_user_id ?? "",
      email: joining === undefined ? "" : shownEmail(joining),
      date_time: at,
      quality: satisfied ? "GOOD" : "NOT GOOD",
      comment,
    };
  });
  return { status: 200, body: { ...pick(page.info, ["next_page_token", "page_size"]), participants } };
};

/** GET /metrics/webinars/{webinarId}/participants/sharing: who showed what, and when. Only people who did. */
export const listSharing: Handler = (call) => {
  const { session } = findMetered(call, DETAIL_RULES);
  const rows = session.participants
    .map(({ account_user_id, user_id, name }) => ({
      id: account_user_id ?? "",
      user_id,
      user_name: name,
      details: session.sharing
        .filter((sharing) => sharing.user_id === user_id)
        .map(({ content, start_time, end_time }) => compact({ content, start_time, end_time })),
    }))
    .filter(({ details }) => details.length > 0);
  const page = pageOf(call, rows, pageRules(call));
  const info = pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]);
  return { status: 200, body: { ...info, participants: page.rows } };
};
