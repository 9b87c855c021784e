import type { AnyOperation } from "../operation/operation.ts";
import { autoConfigure } from "./account/auto-configure.ts";
import { configure } from "./account/configure.ts";
import { getTokenStatus } from "./account/get-token-status.ts";
import { refreshToken } from "./account/refresh-token.ts";
import { compareAttendance } from "./attendance/compare.ts";
import { reportAttendance } from "./attendance/report.ts";
import { createNameTag } from "./branding/create-name-tag.ts";
import { deleteNameTags } from "./branding/delete-name-tags.ts";
import { deleteVirtualBackgrounds } from "./branding/delete-virtual-backgrounds.ts";
import { deleteWallpaper } from "./branding/delete-wallpaper.ts";
import { getBranding } from "./branding/get.ts";
import { setVirtualBackground } from "./branding/set-virtual-background.ts";
import { updateNameTag } from "./branding/update-name-tag.ts";
import { uploadVirtualBackground } from "./branding/upload-virtual-background.ts";
import { uploadWallpaper } from "./branding/upload-wallpaper.ts";
import { deleteChatMessage } from "./chat/delete-message.ts";
import { getParticipantQos } from "./dashboards/get-participant-qos.ts";
import { getDashboardWebinar } from "./dashboards/get-webinar.ts";
import { listFeedback } from "./dashboards/list-feedback.ts";
import { listDashboardParticipants } from "./dashboards/list-participants.ts";
import { listParticipantsQos } from "./dashboards/list-participants-qos.ts";
import { listSharing } from "./dashboards/list-sharing.ts";
import { listDashboardWebinars } from "./dashboards/list-webinars.ts";
import { abandonOneImport } from "./imports/abandon.ts";
import { listImports } from "./imports/list.ts";
import { showOneImport } from "./imports/show.ts";
import { createInviteLinks } from "./invite-links/create.ts";
import { getLiveStream } from "./live-stream/get.ts";
import { setLiveStream } from "./live-stream/set.ts";
import { updateLiveStreamStatus } from "./live-stream/update-status.ts";
import { addPanelists } from "./panelists/add.ts";
import { importPanelists } from "./panelists/import.ts";
import { listPanelists } from "./panelists/list.ts";
import { removePanelist } from "./panelists/remove.ts";
import { removeAllPanelists } from "./panelists/remove-all.ts";
import { replacePanelist } from "./panelists/replace.ts";
import { listAbsentees } from "./past-webinars/list-absentees.ts";
import { listInstances } from "./past-webinars/list-instances.ts";
import { listParticipants } from "./past-webinars/list-participants.ts";
import { listPastPolls } from "./past-webinars/list-polls.ts";
import { listPastQa } from "./past-webinars/list-qa.ts";
import { createPoll } from "./polls/create.ts";
import { deletePoll } from "./polls/delete.ts";
import { getPoll } from "./polls/get.ts";
import { listPolls } from "./polls/list.ts";
import { replacePoll } from "./polls/replace.ts";
import { addRegistrant } from "./registrants/add.ts";
import { addRegistrantBatch } from "./registrants/add-batch.ts";
import { approveRegistrants } from "./registrants/approve.ts";
import { approveRegistrantsFrom } from "./registrants/approve-from.ts";
import { cancelRegistrants } from "./registrants/cancel.ts";
import { cancelRegistrantsFrom } from "./registrants/cancel-from.ts";
import { deleteRegistrant } from "./registrants/delete.ts";
import { denyRegistrants } from "./registrants/deny.ts";
import { denyRegistrantsFrom } from "./registrants/deny-from.ts";
import { findRegistrantByEmail } from "./registrants/find-by-email.ts";
import { getRegistrant } from "./registrants/get.ts";
import { importRegistrants } from "./registrants/import.ts";
import { listRegistrants } from "./registrants/list.ts";
import { removeRegistrantsFrom } from "./registrants/remove-from.ts";
import { updateRegistrantStatus } from "./registrants/update-status.ts";
import { getRegistrationQuestions } from "./registration-questions/get.ts";
import { replaceRegistrationQuestions } from "./registration-questions/replace.ts";
import { getReport } from "./reports/get.ts";
import { getReportSurvey } from "./reports/get-survey.ts";
import { listHistory } from "./reports/list-history.ts";
import { listReportParticipants } from "./reports/list-participants.ts";
import { listReportPolls } from "./reports/list-polls.ts";
import { listReportQa } from "./reports/list-qa.ts";
import { listUpcomingEvents } from "./reports/list-upcoming.ts";
import { deleteSummary } from "./summaries/delete.ts";
import { getSummary } from "./summaries/get.ts";
import { listSummaries } from "./summaries/list.ts";
import { deleteSurvey } from "./survey/delete.ts";
import { getSurvey } from "./survey/get.ts";
import { setSurvey } from "./survey/set.ts";
import { createTemplate } from "./templates/create.ts";
import { listTemplates } from "./templates/list.ts";
import { createSipDialing } from "./tokens/create-sip-dialing.ts";
import { getCaptionToken } from "./tokens/get-caption.ts";
import { getLiveStreamingToken } from "./tokens/get-live-streaming.ts";
import { getLocalArchivingToken } from "./tokens/get-local-archiving.ts";
import { getLocalRecordingToken } from "./tokens/get-local-recording.ts";
import { createTrackingField } from "./tracking-fields/create.ts";
import { deleteTrackingField } from "./tracking-fields/delete.ts";
import { getTrackingField } from "./tracking-fields/get.ts";
import { listTrackingFields } from "./tracking-fields/list.ts";
import { updateTrackingField } from "./tracking-fields/update.ts";
import { listTrackingSources } from "./tracking-sources/list.ts";
import { getUser } from "./users/get.ts";
import { listUsers } from "./users/list.ts";
import { listUsersForSelection } from "./users/list-for-selection.ts";
import { selectUserOperation } from "./users/select.ts";
import { listWebinarCalendar } from "./webinars/calendar.ts";
import { createWebinar } from "./webinars/create.ts";
import { createFromSentence } from "./webinars/create-from-sentence.ts";
import { createWebinarInteractive } from "./webinars/create-interactive.ts";
import { createRecurringWebinar } from "./webinars/create-recurring.ts";
import { deleteWebinar } from "./webinars/delete.ts";
import { getWebinar } from "./webinars/get.ts";
import { listWebinars } from "./webinars/list.ts";
import { scheduleWebinarFromPrompt } from "./webinars/schedule-from-prompt.ts";
import { scheduleRecurringWebinarFromPrompt } from "./webinars/schedule-recurring-from-prompt.ts";
import { updateWebinar } from "./webinars/update.ts";
import { updateWebinarStatus } from "./webinars/update-status.ts";

/** Every operation, by resource and verb: types the library, nests the commands and orders the tools. */
export const operations = {
  account: { autoConfigure, configure, getTokenStatus, refreshToken },
  users: { list: listUsers, get: getUser, listForSelection: listUsersForSelection, select: selectUserOperation },
  webinars: {
    list: listWebinars,
    calendar: listWebinarCalendar,
    get: getWebinar,
    create: createWebinar,
    createInteractive: createWebinarInteractive,
    createRecurring: createRecurringWebinar,
    createFromSentence,
    scheduleFromPrompt: scheduleWebinarFromPrompt,
    scheduleRecurringFromPrompt: scheduleRecurringWebinarFromPrompt,
    update: updateWebinar,
    updateStatus: updateWebinarStatus,
    delete: deleteWebinar,
  },
  registrants: {
    list: listRegistrants,
    get: getRegistrant,
    findByEmail: findRegistrantByEmail,
    add: addRegistrant,
    addBatch: addRegistrantBatch,
    approve: approveRegistrants,
    deny: denyRegistrants,
    cancel: cancelRegistrants,
    updateStatus: updateRegistrantStatus,
    delete: deleteRegistrant,
    import: importRegistrants,
    approveFrom: approveRegistrantsFrom,
    denyFrom: denyRegistrantsFrom,
    cancelFrom: cancelRegistrantsFrom,
    removeFrom: removeRegistrantsFrom,
  },
  registrationQuestions: { get: getRegistrationQuestions, replace: replaceRegistrationQuestions },
  panelists: {
    list: listPanelists,
    add: addPanelists,
    remove: removePanelist,
    removeAll: removeAllPanelists,
    replace: replacePanelist,
    import: importPanelists,
  },
  imports: { list: listImports, show: showOneImport, abandon: abandonOneImport },
  polls: { list: listPolls, get: getPoll, create: createPoll, replace: replacePoll, delete: deletePoll },
  survey: { get: getSurvey, set: setSurvey, delete: deleteSurvey },
  inviteLinks: { create: createInviteLinks },
  branding: {
    get: getBranding,
    createNameTag,
    updateNameTag,
    deleteNameTags,
    uploadVirtualBackground,
    setVirtualBackground,
    deleteVirtualBackgrounds,
    uploadWallpaper,
    deleteWallpaper,
  },
  liveStream: { get: getLiveStream, set: setLiveStream, updateStatus: updateLiveStreamStatus },
  templates: { list: listTemplates, create: createTemplate },
  trackingSources: { list: listTrackingSources },
  trackingFields: {
    list: listTrackingFields,
    get: getTrackingField,
    create: createTrackingField,
    update: updateTrackingField,
    delete: deleteTrackingField,
  },
  tokens: {
    getLiveStreaming: getLiveStreamingToken,
    getLocalRecording: getLocalRecordingToken,
    getLocalArchiving: getLocalArchivingToken,
    getCaption: getCaptionToken,
    createSipDialing,
  },
  chat: { deleteMessage: deleteChatMessage },
  attendance: { report: reportAttendance, compare: compareAttendance },
  pastWebinars: { listInstances, listParticipants, listAbsentees, listPolls: listPastPolls, listQa: listPastQa },
  reports: {
    get: getReport,
    listParticipants: listReportParticipants,
    listPolls: listReportPolls,
    listQa: listReportQa,
    getSurvey: getReportSurvey,
    listUpcoming: listUpcomingEvents,
    listHistory,
  },
  dashboards: {
    listWebinars: listDashboardWebinars,
    getWebinar: getDashboardWebinar,
    listParticipants: listDashboardParticipants,
    listParticipantsQos,
    getParticipantQos,
    listFeedback,
    listSharing,
  },
  summaries: { list: listSummaries, get: getSummary, delete: deleteSummary },
} as const satisfies Record<string, Record<string, AnyOperation>>;
