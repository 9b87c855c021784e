import type { HttpRequest, Send } from "@zoom-webinar/auth";
import { type HeldInstance, type HeldWebinar, HOST, ID, type Row } from "./world.ts";

const NONE = { status: 404, body: { code: 3001, message: "Webinar does not exist." } };
const ok = (body: unknown) => ({ status: 200, body });

const pageOf = (key: string, rows: readonly Row[], params: URLSearchParams, size: number) => {
  const from = Number(params.get("next_page_token") || 0);
  const next = from + size < rows.length ? String(from + size) : "";
  return ok({ page_size: size, total_records: rows.length, next_page_token: next, [key]: rows.slice(from, from + size) });
};

const detailsOf = ({ uuid, start, end, details }: HeldInstance) => ({
  uuid,
  id: Number(ID),
  topic: "Tides",
  user_email: HOST,
  start_time: start,
  ...(end === null ? {} : { end_time: end, duration: Math.ceil((Date.parse(end) - Date.parse(start)) / 60_000) }),
  ...details,
});

/** Answers about one webinar as Zoom does, from rows that are written out. */
export const zoomOf = ({ webinar, settings, registrants = [], panelists = [], instances, pageSize = 300 }: HeldWebinar): Send => {
  const latest = instances.at(-1);
  const first = instances[0];
  const ended = instances.filter(({ end }) => end !== null);
  const find = (key: string) => (key === ID ? latest : instances.find(({ uuid }) => uuid === key));
  const ofWebinar = (rest: string, params: URLSearchParams) => {
    if (rest === "")
      return ok({
        id: Number(ID),
        uuid: latest?.uuid,
        type: 5,
        topic: "Tides",
        host_id: "hostHOST12hostHOST1234",
        host_email: HOST,
        timezone: "UTC",
        start_time: first?.start,
        duration: 60,
        settings: { approval_type: 0, ...settings },
        ...webinar,
      });
    if (rest === "/panelists") return ok({ total_records: panelists.length, panelists });
    if (rest !== "/registrants") return NONE;
    const status = params.get("status") ?? "approved";
    const occurrence = params.get("occurrence_id");
    const isMeant = (row: Row) => row.status === status && (occurrence === null || !("occurrence" in row) || row.occurrence === occurrence);
    return pageOf("registrants", registrants.filter(isMeant), params, pageSize);
  };
  const ofInstance = (held: HeldInstance, rest: string, params: URLSearchParams) => {
    if (rest === "") return ok(detailsOf(held));
    if (rest === "/participants" && held.refusal !== undefined) return { status: held.refusal.status, body: held.refusal };
    if (rest === "/participants") return pageOf("participants", held.joinings, params, pageSize);
    if (rest === "/polls" || rest === "/qa") return ok({ questions: (rest === "/qa" ? held.questions : held.polls) ?? [] });
    return rest === "/survey" ? ok({ survey_answers: held.survey ?? [] }) : NONE;
  };
  const reply = (url: URL) => {
    const [, place = "", key = "", rest = ""] = /\/v2\/(webinars|report\/webinars|past_webinars)\/([^/]+)(.*)$/.exec(url.pathname) ?? [];
    const name = decodeURIComponent(decodeURIComponent(key));
    if (place === "webinars") return name === ID ? ofWebinar(rest, url.searchParams) : NONE;
    if (rest === "/instances")
      return ok({
        webinars: ended.map(({ uuid, start, occurrence }) => ({
          uuid,
          start_time: start,
          ...(occurrence === undefined ? {} : { occurrence_id: occurrence }),
        })),
      });
    const held = find(name);
    return held === undefined ? NONE : ofInstance(held, rest, url.searchParams);
  };
  return async ({ url }: HttpRequest) => {
    const { status, body } = reply(new URL(url));
    return { status, headers: {}, text: JSON.stringify(body) };
  };
};
