import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import type { Handler } from "./rules/call.ts";

/**
 * What the emulator emulates: one line for each endpoint. A resource is loaded with its first request, so that starting costs nothing. An endpoint of
 * the document that has no line here does not compile.
 */
const HANDLERS: Readonly<Record<EndpointId, () => Promise<Handler>>> = {
  "GET /users": async () => (await import("./resources/users/users.ts")).listUsers,
  "GET /users/{userId}": async () => (await import("./resources/users/users.ts")).getUser,

  "GET /users/{userId}/webinars": async () => (await import("./resources/webinars/read.ts")).listWebinars,
  "POST /users/{userId}/webinars": async () => (await import("./resources/webinars/create.ts")).createWebinar,
  "GET /webinars/{webinarId}": async () => (await import("./resources/webinars/read.ts")).getWebinar,
  "PATCH /webinars/{webinarId}": async () => (await import("./resources/webinars/update.ts")).updateWebinar,
  "DELETE /webinars/{webinarId}": async () => (await import("./resources/webinars/end.ts")).deleteWebinar,
  "PUT /webinars/{webinarId}/status": async () => (await import("./resources/webinars/end.ts")).changeStatus,

  "GET /webinars/{webinarId}/registrants": async () => (await import("./resources/registrants/read.ts")).listRegistrants,
  "POST /webinars/{webinarId}/registrants": async () => (await import("./resources/registrants/add.ts")).addRegistrant,
  "PUT /webinars/{webinarId}/registrants/status": async () => (await import("./resources/registrants/decide.ts")).decideRegistrants,
  "GET /webinars/{webinarId}/registrants/questions": async () => (await import("./resources/registrants/questions.ts")).getQuestions,
  "PATCH /webinars/{webinarId}/registrants/questions": async () => (await import("./resources/registrants/questions.ts")).updateQuestions,
  "POST /webinars/{webinarId}/batch_registrants": async () => (await import("./resources/registrants/batch.ts")).addBatch,
  "GET /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./resources/registrants/read.ts")).getRegistrant,
  "DELETE /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./resources/registrants/read.ts")).deleteRegistrant,

  "GET /webinars/{webinarId}/panelists": async () => (await import("./resources/panelists/panelists.ts")).listPanelists,
  "POST /webinars/{webinarId}/panelists": async () => (await import("./resources/panelists/panelists.ts")).addPanelists,
  "DELETE /webinars/{webinarId}/panelists": async () => (await import("./resources/panelists/panelists.ts")).removeAllPanelists,
  "DELETE /webinars/{webinarId}/panelists/{panelistId}": async () => (await import("./resources/panelists/panelists.ts")).removePanelist,

  "GET /webinars/{webinarId}/polls": async () => (await import("./resources/polls/polls.ts")).listPolls,
  "POST /webinars/{webinarId}/polls": async () => (await import("./resources/polls/polls.ts")).createPoll,
  "GET /webinars/{webinarId}/polls/{pollId}": async () => (await import("./resources/polls/polls.ts")).getPoll,
  "PUT /webinars/{webinarId}/polls/{pollId}": async () => (await import("./resources/polls/polls.ts")).updatePoll,
  "DELETE /webinars/{webinarId}/polls/{pollId}": async () => (await import("./resources/polls/polls.ts")).deletePoll,

  "GET /webinars/{webinarId}/survey": async () => (await import("./resources/survey/survey.ts")).getSurvey,
  "PATCH /webinars/{webinarId}/survey": async () => (await import("./resources/survey/survey.ts")).updateSurvey,
  "DELETE /webinars/{webinarId}/survey": async () => (await import("./resources/survey/survey.ts")).deleteSurvey,

  "POST /webinars/{webinarId}/invite_links": async () => (await import("./resources/invite-links/invite-links.ts")).createInviteLinks,
  "GET /webinars/{webinarId}/tracking_sources": async () => (await import("./resources/tracking/sources.ts")).listSources,

  "GET /tracking_fields": async () => (await import("./resources/tracking/fields.ts")).listFields,
  "POST /tracking_fields": async () => (await import("./resources/tracking/fields.ts")).createField,
  "GET /tracking_fields/{fieldId}": async () => (await import("./resources/tracking/fields.ts")).getField,
  "PATCH /tracking_fields/{fieldId}": async () => (await import("./resources/tracking/fields.ts")).updateField,
  "DELETE /tracking_fields/{fieldId}": async () => (await import("./resources/tracking/fields.ts")).deleteField,

  "GET /users/{userId}/webinar_templates": async () => (await import("./resources/templates/templates.ts")).listTemplates,
  "POST /users/{userId}/webinar_templates": async () => (await import("./resources/templates/templates.ts")).createTemplate,

  "GET /past_webinars/{webinarId}/instances": async () => (await import("./resources/past-webinars/past-webinars.ts")).listInstances,
  "GET /past_webinars/{webinarId}/participants": async () => (await import("./resources/past-webinars/past-webinars.ts")).listParticipants,
  "GET /past_webinars/{webinarId}/absentees": async () => (await import("./resources/past-webinars/past-webinars.ts")).listAbsentees,
  "GET /past_webinars/{webinarId}/polls": async () => (await import("./resources/past-webinars/past-webinars.ts")).listPollAnswers,
  "GET /past_webinars/{webinarId}/qa": async () => (await import("./resources/past-webinars/past-webinars.ts")).listQuestions,

  "GET /webinars/{webinarId}/branding": async () => (await import("./resources/branding/branding.ts")).getBranding,
  "POST /webinars/{webinarId}/branding/name_tags": async () => (await import("./resources/branding/name-tags.ts")).createNameTag,
  "PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}": async () => (await import("./resources/branding/name-tags.ts")).updateNameTag,
  "DELETE /webinars/{webinarId}/branding/name_tags": async () => (await import("./resources/branding/name-tags.ts")).deleteNameTags,
  "POST /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./resources/branding/pictures.ts")).uploadBackground,
  "PATCH /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./resources/branding/pictures.ts")).setDefaultBackground,
  "DELETE /webinars/{webinarId}/branding/virtual_backgrounds": async () => (await import("./resources/branding/pictures.ts")).deleteBackgrounds,
  "POST /webinars/{webinarId}/branding/wallpaper": async () => (await import("./resources/branding/pictures.ts")).uploadWallpaper,
  "DELETE /webinars/{webinarId}/branding/wallpaper": async () => (await import("./resources/branding/pictures.ts")).deleteWallpaper,

  "GET /webinars/{webinarId}/livestream": async () => (await import("./resources/live-stream/live-stream.ts")).getLiveStream,
  "PATCH /webinars/{webinarId}/livestream": async () => (await import("./resources/live-stream/live-stream.ts")).updateLiveStream,
  "PATCH /webinars/{webinarId}/livestream/status": async () => (await import("./resources/live-stream/live-stream.ts")).changeLiveStreamStatus,

  "GET /webinars/{webinarId}/jointoken/live_streaming": async () => (await import("./resources/join-tokens/tokens.ts")).getLiveStreamingToken,
  "GET /webinars/{webinarId}/jointoken/local_archiving": async () => (await import("./resources/join-tokens/tokens.ts")).getLocalArchivingToken,
  "GET /webinars/{webinarId}/jointoken/local_recording": async () => (await import("./resources/join-tokens/tokens.ts")).getLocalRecordingToken,
  "GET /webinars/{webinarId}/token": async () => (await import("./resources/join-tokens/tokens.ts")).getCaptionToken,
  "POST /webinars/{webinarId}/sip_dialing": async () => (await import("./resources/join-tokens/tokens.ts")).createSipAddress,
  "DELETE /live_webinars/{webinarId}/chat/messages/{messageId}": async () => (await import("./resources/chat/chat.ts")).deleteChatMessage,

  "GET /metrics/webinars": async () => (await import("./resources/dashboards/webinars.ts")).listFigures,
  "GET /metrics/webinars/{webinarId}": async () => (await import("./resources/dashboards/webinars.ts")).getFigures,
  "GET /metrics/webinars/{webinarId}/participants": async () => (await import("./resources/dashboards/participants.ts")).listParticipants,
  "GET /metrics/webinars/{webinarId}/participants/qos": async () => (await import("./resources/dashboards/quality.ts")).listQuality,
  "GET /metrics/webinars/{webinarId}/participants/{participantId}/qos": async () => (await import("./resources/dashboards/quality.ts")).getQuality,
  "GET /metrics/webinars/{webinarId}/participants/satisfaction": async () => (await import("./resources/dashboards/feedback.ts")).listFeedback,
  "GET /metrics/webinars/{webinarId}/participants/sharing": async () => (await import("./resources/dashboards/feedback.ts")).listSharing,

  "GET /meetings/meeting_summaries": async () => (await import("./resources/summaries/summaries.ts")).listSummaries,
  "GET /meetings/{meetingId}/meeting_summary": async () => (await import("./resources/summaries/summaries.ts")).getSummary,
  "DELETE /meetings/{meetingId}/meeting_summary": async () => (await import("./resources/summaries/summaries.ts")).deleteSummary,

  "GET /report/webinars/{webinarId}": async () => (await import("./resources/reports/details.ts")).reportDetails,
  "GET /report/webinars/{webinarId}/participants": async () => (await import("./resources/reports/participants.ts")).reportParticipants,
  "GET /report/webinars/{webinarId}/polls": async () => (await import("./resources/reports/answers.ts")).reportPolls,
  "GET /report/webinars/{webinarId}/qa": async () => (await import("./resources/reports/answers.ts")).reportQuestions,
  "GET /report/webinars/{webinarId}/survey": async () => (await import("./resources/reports/answers.ts")).reportSurvey,
  "GET /report/upcoming_events": async () => (await import("./resources/reports/upcoming.ts")).reportUpcoming,
  "GET /report/history_meetings": async () => (await import("./resources/reports/history.ts")).reportHistory,
};

/** The endpoints that are emulated. */
export const emulatedEndpoints = (): readonly EndpointId[] => Object.keys(HANDLERS) as EndpointId[];

/** The handler of an endpoint. */
export const loadHandler = (id: EndpointId): Promise<Handler> => HANDLERS[id]();
