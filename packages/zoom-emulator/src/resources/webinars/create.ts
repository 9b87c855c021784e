import { asObject, asText } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { isOn } from "../../rules/features.ts";
import { spendHostQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { nextPasscode, nextUuid, nextWebinarId } from "../../state/ids.ts";
import type { UserRecord, WebinarRecord } from "../../state/state.ts";
import { emptyParts } from "../../state/webinar-record.ts";
import { overTemplate, templateFor } from "../templates/use-template.ts";
import { assertAddOn, findUser, lookUpUser } from "../users/find-user.ts";
import { noteCreated } from "./events.ts";
import { scheduleOf } from "./schedule.ts";
import { mergeSettings } from "./settings.ts";
import { simuliveOf } from "./simulive.ts";
import { assertWebinarFields, trackingFieldsOf } from "./webinar-fields.ts";
import { toWebinar } from "./webinar-reply.ts";

/** Nothing is required by Zoom's schema, not even a topic; what it then says is not documented. */
const UNNAMED = "My Webinar";

/** The host that a request means: the one in the path, or another that it is scheduled for. */
const hostFor = (call: Call): UserRecord => {
  const caller = findUser(call, refusals.userUnknownOnCreate);
  const other = asText(call.body.schedule_for) ?? "";
  const host = other === "" ? caller : lookUpUser(call.state, other);
  if (host === undefined) throw refusals.scheduleFor();
  if (!isOn(call.state, "scheduling_for_others", caller) && host !== caller) throw refusals.noScheduling(host.id);
  assertAddOn(host, `user ${host.id}`);
  return host;
};

/** POST /users/{userId}/webinars: plans a webinar. */
export const createWebinar: Handler = (call) => {
  const { state, nowMs, switches } = call;
  assertWebinarFields(call.body);
  const host = hostFor(call);
  const template = templateFor(call, host);
  const body = overTemplate(call.body, template);
  const schedule = scheduleOf(body, { zone: host.timezone, startMs: nowMs, switches });
  const forOthers = host !== findUser(call);
  const simulive = simuliveOf(call, body, { type: schedule.type, host, forOthers, current: null });
  spendHostQuota(call, host.id);

  const given = asText(body.password) ?? "";
  const webinar: WebinarRecord = {
    ...schedule,
    id: nextWebinarId(state),
    uuid: nextUuid(state),
    host_id: host.id,
    topic: asText(body.topic) || UNNAMED,
    agenda: asText(body.agenda) ?? "",
    createdMs: nowMs,
    creation_source: "open_api",
    password: given === "" && body.default_passcode !== false ? nextPasscode(state) : given,
    tracking_fields: trackingFieldsOf(body) ?? [],
    settings: mergeSettings({}, asObject(body.settings)),
    ...emptyParts(),
    ...(template === null ? {} : structuredClone({ questions: template.content.questions, custom_questions: template.content.custom_questions })),
    template_id: template?.id ?? null,
    simulive,
  };
  state.webinars[webinar.id] = webinar;
  noteCreated(call, webinar);
  return { status: 201, body: toWebinar(webinar, { seed: state.seed, nowMs, host, uuid: webinar.uuid, labels: state.trackingFields, switches }) };
};
