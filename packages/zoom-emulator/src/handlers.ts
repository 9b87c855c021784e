import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import type { Handler } from "./http/call.ts";

/**
 * What the emulator emulates: one line for each endpoint. A resource is loaded with its first request, so that starting costs nothing. An endpoint of
 * the document that has no line here does not compile.
 */
const HANDLERS: Readonly<Record<EndpointId, () => Promise<Handler>>> = {
  "GET /users": async () => (await import("./users/users.ts")).listUsers,
  "GET /users/{userId}": async () => (await import("./users/users.ts")).getUser,

  "GET /users/{userId}/webinars": async () => (await import("./webinars/read.ts")).listWebinars,
  "POST /users/{userId}/webinars": async () => (await import("./webinars/create.ts")).createWebinar,
  "GET /webinars/{webinarId}": async () => (await import("./webinars/read.ts")).getWebinar,
  "PATCH /webinars/{webinarId}": async () => (await import("./webinars/update.ts")).updateWebinar,
  "DELETE /webinars/{webinarId}": async () => (await import("./webinars/end.ts")).deleteWebinar,
  "PUT /webinars/{webinarId}/status": async () => (await import("./webinars/end.ts")).changeStatus,

  "GET /webinars/{webinarId}/registrants": async () => (await import("./registrants/read.ts")).listRegistrants,
  "POST /webinars/{webinarId}/registrants": async () => (await import("./registrants/add.ts")).addRegistrant,
  "PUT /webinars/{webinarId}/registrants/status": async () => (await import("./registrants/decide.ts")).decideRegistrants,
  "GET /webinars/{webinarId}/registrants/questions": async () => (await import("./registrants/questions.ts")).getQuestions,
  "PATCH /webinars/{webinarId}/registrants/questions": async () => (await import("./registrants/questions.ts")).updateQuestions,
  "POST /webinars/{webinarId}/batch_registrants": async () => (await import("./registrants/batch.ts")).addBatch,
  "GET /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./registrants/read.ts")).getRegistrant,
  "DELETE /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./registrants/read.ts")).deleteRegistrant,

  "GET /webinars/{webinarId}/panelists": async () => (await import("./panelists/panelists.ts")).listPanelists,
  "POST /webinars/{webinarId}/panelists": async () => (await import("./panelists/panelists.ts")).addPanelists,
  "DELETE /webinars/{webinarId}/panelists": async () => (await import("./panelists/panelists.ts")).removeAllPanelists,
  "DELETE /webinars/{webinarId}/panelists/{panelistId}": async () => (await import("./panelists/panelists.ts")).removePanelist,

  "GET /webinars/{webinarId}/polls": async () => (await import("./polls/polls.ts")).listPolls,
  "POST /webinars/{webinarId}/polls": async () => (await import("./polls/polls.ts")).createPoll,
  "GET /webinars/{webinarId}/polls/{pollId}": async () => (await import("./polls/polls.ts")).getPoll,
  "PUT /webinars/{webinarId}/polls/{pollId}": async () => (await import("./polls/polls.ts")).updatePoll,
  "DELETE /webinars/{webinarId}/polls/{pollId}": async () => (await import("./polls/polls.ts")).deletePoll,

  "GET /webinars/{webinarId}/survey": async () => (await import("./survey/survey.ts")).getSurvey,
  "PATCH /webinars/{webinarId}/survey": async () => (await import("./survey/survey.ts")).updateSurvey,
  "DELETE /webinars/{webinarId}/survey": async () => (await import("./survey/survey.ts")).deleteSurvey,

  "POST /webinars/{webinarId}/invite_links": async () => (await import("./invite-links/invite-links.ts")).createInviteLinks,
  "GET /webinars/{webinarId}/tracking_sources": async () => (await import("./tracking/sources.ts")).listSources,

  "GET /tracking_fields": async () => (await import("./tracking/fields.ts")).listFields,
  "POST /tracking_fields": async () => (await import("./tracking/fields.ts")).createField,
  "GET /tracking_fields/{fieldId}": async () => (await import("./tracking/fields.ts")).getField,
  "PATCH /tracking_fields/{fieldId}": async () => (await import("./tracking/fields.ts")).updateField,
  "DELETE /tracking_fields/{fieldId}": async () => (await import("./tracking/fields.ts")).deleteField,

  "GET /users/{userId}/webinar_templates": async () => (await import("./templates/templates.ts")).listTemplates,
  "POST /users/{userId}/webinar_templates": async () => (await import("./templates/templates.ts")).createTemplate,

  "GET /past_webinars/{webinarId}/instances": async () => (await import("./past-webinars/past-webinars.ts")).listInstances,
  "GET /past_webinars/{webinarId}/participants": async () => (await import("./past-webinars/past-webinars.ts")).listParticipants,
  "GET /past_webinars/{webinarId}/absentees": async () => (await import("./past-webinars/past-webinars.ts")).listAbsentees,
  "GET /past_webinars/{webinarId}/polls": async () => (await import("./past-webinars/past-webinars.ts")).listPollAnswers,
  "GET /past_webinars/{webinarId}/qa": async () => (await import("./past-webinars/past-webinars.ts")).listQuestions,

  "GET /webinars/{webinarId}/branding": async () => (await import("./branding/branding.ts")).getBranding,
  "POST /webinars/{webinarId}/branding/name_tags": async () => (await import("./branding/name-tags.ts")).createNameTag,
  "PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}": async () => (await import("./branding/name-tags.ts")).updateNameTag,
  "DELETE /webinars/{webinarId}/branding/name_tags": async () => (await import("./branding/name-tags.ts")).deleteNameTags,
  "POST /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./branding/pictures.ts")).uploadBackground,
  "PATCH /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./branding/pictures.ts")).setDefaultBackground,
  "DELETE /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./branding/pictures.ts")).deleteBackgrounds,
  "POST /webinars/{webinarId}/branding/wallpaper": async () => (await import("./branding/pictures.ts")).uploadWallpaper,
  "DELETE /webinars/{webinarId}/branding/wallpaper": async () => (await import("./branding/pictures.ts")).deleteWallpaper,

  "GET /webinars/{webinarId}/livestream": async () => (await import("./live-stream/live-stream.ts")).getLiveStream,
  "PATCH /webinars/{webinarId}/livestream": async () => (await import("./live-stream/live-stream.ts")).updateLiveStream,
  "PATCH /webinars/{webinarId}/livestream/status": async () => (await import("./live-stream/live-stream.ts")).changeLiveStreamStatus,

  "GET /webinars/{webinarId}/jointoken/live_streaming": async () => (await import("./tokens/tokens.ts")).getLiveStreamingToken,
  "GET /webinars/{webinarId}/jointoken/local_archiving": async () => (await import("./tokens/tokens.ts")).getLocalArchivingToken,
  "GET /webinars/{webinarId}/jointoken/local_recording": async () => (await import("./tokens/tokens.ts")).getLocalRecordingToken,
  "GET /webinars/{webinarId}/token": async () => (await import("./tokens/tokens.ts")).getCaptionToken,
  "POST /webinars/{webinarId}/sip_dialing": async () => (await import("./tokens/tokens.ts")).createSipAddress,
  "DELETE /live_webinars/{webinarId}/chat/messages/{messageId}": async () => (await import("./chat/chat.ts")).deleteChatMessage,

  "GET /metrics/webinars": async () => (await import("./dashboards/webinars.ts")).listFigures,
  "GET /metrics/webinars/{webinarId}": async () => (await import("./dashboards/webinars.ts")).getFigures,
  "GET /metrics/webinars/{webinarId}/participants": async () => (await import("./dashboards/participants.ts")).listParticipants,
  "GET /metrics/webinars/{webinarId}/participants/qos": async () => (await import("./dashboards/quality.ts")).listQuality,
  "GET /metrics/webinars/{webinarId}/participants/{participantId}/qos": async () => (await import("./dashboards/quality.ts")).getQuality,
  "GET /metrics/webinars/{webinarId}/participants/satisfaction": async () => (await import("./dashboards/feedback.ts")).listFeedback,
  "GET /metrics/webinars/{webinarId}/participants/sharing": async () => (await import("./dashboards/feedback.ts")).listSharing,

  "GET /meetings/meeting_summaries": async () => (await import("./summaries/summaries.ts")).listSummaries,
  "GET /meetings/{meetingId}/meeting_summary": async () => (await import("./summaries/summaries.ts")).getSummary,
  "DELETE /meetings/{meetingId}/meeting_summary": async () => (await import("./summaries/summaries.ts")).deleteSummary,

  "GET /report/webinars/{webinarId}": async () => (await import("./reports/details.ts")).reportDetails,
  "GET /report/webinars/{webinarId}/participants": async () => (await import("./reports/participants.ts")).reportParticipants,
  "GET /report/webinars/{webinarId}/polls": async () => (await import("./reports/answers.ts")).reportPolls,
  "GET /report/webinars/{webinarId}/qa": async () => (await import("./reports/answers.ts")).reportQuestions,
  "GET /report/webinars/{webinarId}/survey": async () => (await import("./reports/answers.ts")).reportSurvey,
  "GET /report/upcoming_events": async () => (await import("./reports/upcoming.ts")).reportUpcoming,
  "GET /report/history_meetings": async () => (await import("./reports/history.ts")).reportHistory,
};

/** The endpoints that are emulated. */
export const emulatedEndpoints = (): readonly EndpointId[] => Object.keys(HANDLERS) as EndpointId[];

/** The handler of an endpoint. */
export const loadHandler = (id: EndpointId): Promise<Handler> => HANDLERS[id]();
