import { type FieldFault, Refusal } from "../http/reply.ts";

/** A refusal with 400, the status of nearly all. */
const bad = (code: number, message: string) => new Refusal(400, code, message);
const gone = (code: number, message: string) => new Refusal(404, code, message);

/**
 * Every refusal that the emulator knows, in the words of Zoom's reference if it has them. Source: the x-zoom-errors of Zoom's document.
 * Where the reference words one thing differently from endpoint to endpoint, so does this list.
 */
export const refusals = {
  noRoute: () => gone(2300, "This API endpoint is not recognized."),
  wrongVerb: () => new Refusal(405, 2300, "This API endpoint is not recognized."),

  tokenInvalid: () => new Refusal(401, 124, "Invalid access token."),
  tokenExpired: () => new Refusal(401, 124, "Access token is expired."),
  scopesMissing: (code: number, accepted: readonly string[]) => bad(code, `Invalid access token, does not contain scopes:[${accepted.join(", ")}].`),
  oauthOnly: () => bad(124, "This API only supports OAuth2 authorization."),

  noJson: () => bad(300, "Request Body should be a valid JSON object."),
  fields: (names: readonly string[]) =>
    new Refusal(400, 300, "Validation Failed.", { errors: names.map((field) => ({ field, message: "Invalid field." })) }),
  faults: (errors: readonly FieldFault[]) => new Refusal(400, 300, "Validation Failed.", { errors }),
  parameter: (name: string) => bad(300, `Invalid parameter: ${name}.`),
  pageToken: () => bad(300, "The next page token is invalid or expired."),

  noPermission: () => bad(200, "No permission."),
  paidOnly: () => bad(200, "Only available for Paid account."),
  noHosting: () => bad(3161, "Meeting hosting and scheduling capabilities are not allowed for your user account."),
  noWebinars: () => bad(3161, "User does not have the webinar feature enabled."),
  userUnknown: (userId: string) => gone(1001, `User does not exist: ${userId}.`),
  userUnknownOnCreate: (userId: string) => gone(1001, `User ${userId} does not exist.`),
  userUnknownOnStream: (userId: string) => bad(1001, `User does not exist: ${userId}.`),
  userOfOtherAccount: (userId: string) => bad(1010, `User does not belong to this account: ${userId}.`),
  userNotJoined: () => bad(1120, "A valid invitation to join the Zoom account was not found for this user."),
  planMissing: (who = "this user") =>
    bad(200, `Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for ${who} in order to perform this action.`),
  scheduleFor: () => bad(300, "The value that you entered for the `schedule_for` field is invalid. Enter a valid value and try again."),
  noScheduling: (userId = "this user") => bad(3000, `You cannot schedule a meeting for ${userId}.`),

  noSimulive: () => bad(300, "Account hasn't enabled simulive webinar."),
  simuliveForOthers: () => bad(300, "Can not schedule simulive webinar for others."),
  simuliveWithoutTime: () => bad(4505, "Simulive can't select `No Fixed Time`."),
  simuliveStarted: () => bad(3000, "You cannot update or delete simulive webinars that have started using this method."),
  recordingUnknown: () => bad(300, "Record file does not exist."),
  eventsWebinar: () =>
    bad(3000, "Your request could not be processed because webinars created via event directory can not be updated or deleted using this method."),
  domainsBlocked: () =>
    bad(
      3003,
      "Users in **example.org** have been blocked from joining meetings and webinars. To unblock them, go to the **Settings** page in the Zoom web portal and update the **Block users in specific domains from joining meetings and webinars** setting.",
    ),

  webinarIdInvalid: () => bad(300, "Invalid webinar ID."),
  webinarUnknown: (webinarId: string) => gone(3001, `Webinar does not exist: ${webinarId}.`),
  occurrenceInvalid: (occurrenceId: string) =>
    bad(300, `The request could not be completed because you have provided an invalid occurrence ID: ${occurrenceId}.`),
  occurrenceUnknown: () => bad(3000, "Webinar occurrence does not exist."),
  notRunning: () => bad(3000, "Webinar has not started."),
  alreadyRunning: () => bad(3000, "Webinar is already running."),
  onPremise: (webinarId = "") => bad(3063, `You can not end an on-premise user's meeting: ${webinarId} using this API.`),

  registrationRequired: (webinarId: string) => bad(3000, `This webinar does not have registration as required: ${webinarId}.`),
  registrationOff: (webinarId: string) => bad(3000, `Registration has not been enabled for this webinar: ${webinarId}.`),
  registrationOffForStatus: (webinarId: string) => bad(300, `Registration has not been enabled for this meeting: ${webinarId}.`),
  registrationOver: () => bad(3038, "Webinar is over, you cannot register now. If you have any questions, contact the webinar host."),
  registrationOverForBatch: () => bad(3038, "The webinar is over. You cannot register now. If you have any questions, contact the webinar's host."),
  paidRegistration: () => bad(3000, "The Zoom REST API does not support paid registration."),
  workEmail: () => bad(3034, "If you have been invited, please input your work email address."),
  hostCannotRegister: () => bad(3027, "Host cannot register."),
  panelistCannotRegister: () =>
    bad(3000, "You have been invited as a panelist for the webinar, please check your email to find more information about this webinar."),
  attendeeLimit: () => bad(3000, "You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information."),
  capacityReached: () => bad(3035, "Webinar has reached maximum attendee capacity."),
  capacityReachedForBatch: () => bad(3043, "Webinar has reached maximum attendee capacity."),
  batchOnlySingle: () =>
    bad(300, "This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types."),
  alreadyRegistered: () => bad(3000, "This email has already been registered for this webinar."),
  registrantMissing: (registrantId: string) => bad(3079, `This registrant does not exist: ${registrantId}.`),
  registrantNotFound: (registrantId: string) => bad(3000, `Registrant ${registrantId} was not found.`),
  registrantIdInvalid: () => bad(300, "The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again."),
  panelistLimit: () => bad(3000, "You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information."),

  pollsOff: () =>
    bad(
      4400,
      "Webinar polls disabled. To enable this feature, enable the **Webinar Polls/Quizzes** setting in the Zoom web portal's **Settings** interface.",
    ),
  pollUnknown: () => bad(4400, "Invalid poll IDs."),
  pollOfLibrary: () => bad(4400, "Cannot update or delete the poll within the Survey Library."),
  surveyOff: () =>
    bad(
      3000,
      "Webinar survey disabled. To enable this feature, enable the **Webinar Survey** setting in the Zoom web portal's **Settings** interface.",
    ),
  thirdPartySurveyOff: () =>
    bad(
      3000,
      'The host isn\'t allowed to use a third party survey link. To use this feature, enable the "Allow host to use a 3rd-party survey link" setting in the "Account Settings" page of the Zoom web portal.',
    ),
  thirdPartySurveyInvalid: (address: string) => bad(300, `Invalid third party survey: ${address}.`),

  templateLimit: () => bad(300, "You can only create up to 40 webinar templates."),
  templateNameTaken: (name: string) => bad(3000, `Webinar template name already exists: ${name}.`),
  meetingInfo: () => bad(3000, "Cannot access meeting info."),
  trackingFieldUnknown: (fieldId: string) => gone(5110, `Tracking field does not exist: ${fieldId}.`),
  trackingFieldTaken: (field: string) => bad(200, `Tracking field ${field} already exists.`),

  brandingUnavailable: () => bad(3000, "You cannot enable session branding for this webinar."),
  brandingOff: () => bad(3000, "This webinar does not have session branding enabled."),
  nameTagLimit: () => bad(3000, "You have reached the limit for the number of name tags you can add for this webinar. The limit is 20."),
  nameTagUnknown: () => bad(300, "Name Tag does not exist."),
  noFile: () => bad(120, "No file uploaded. Verify that a file has been uploaded."),
  fileTooLarge: () => bad(120, "File size cannot exceed 15M."),
  fileType: () => bad(120, "You may only upload JPG/JPEG, GIF, or PNG image files."),
  backgroundLimit: () => bad(120, "A maximum of 10 files are allowed for a webinar."),

  customStreamingOff: () => bad(200, "The current user has not enabled the custom live streaming feature of the webinar."),
  streamNotSetUp: () => bad(3000, "The current webinar is not configured with a custom streaming service."),
  notStartedForStream: (webinarId: string) => bad(200, `Webinar ${webinarId} has not started.`),
  notStartedForCaptions: (webinarId: string) => bad(3000, `Webinar ${webinarId} has not started.`),
  liveStreamingOff: () =>
    bad(
      3000,
      "Not allowed to start live streaming. To use this feature, enable the **Allow livestreaming of webinars** setting in the **Settings** page of the Zoom web portal.",
    ),
  localArchivingOff: () =>
    bad(
      3000,
      "Not allowed to start local archiving. To use this feature, enable the **Archive meetings and webinars** setting in the **Settings** page of the Zoom web portal.",
    ),
  localRecordingOff: () =>
    bad(
      3000,
      "Not allowed to start local recording. To use this feature, enable the **Local Recording** setting in the **Settings** page of the Zoom web portal.",
    ),
  captionsOff: () =>
    bad(
      3000,
      "Closed captioning disabled. To enable this feature, enable the **Closed captioning** and **Allow use of caption API Token to integrate with 3rd-party Closed Captioning services** settings in the Zoom web portal's **Settings** interface.",
    ),
  sipForbidden: () => bad(3000, "Cannot access meeting information."),
  noSip: (webinarId = "") => bad(3000, `The webinar's SIP URI does not exist: ${webinarId}.`),
  dlpOff: () => bad(300, "DLP is not enabled on this account."),

  pastParticipantsUnknown: () => gone(3001, "Webinar does not exist."),
  pastParticipantsPaidOnly: (accountId: string) => bad(200, `Only available for Paid or ZMP account: ${accountId}.`),
  notEnded: () => gone(3001, "Webinar ID is invalid or not end."),
  absenteesUnknown: (key: string) => gone(3001, `Webinar ${key} not found or expired.`),
  noRegistrationForAbsentees: (key: string) => bad(3000, `This webinar doesn't have registration required: ${key}.`),
  reportUnknown: (key: string) => gone(3001, `Meeting  ${key} not found or has expired.`),
  reportPartUnknown: (key: string) => gone(3001, `Webinar  ${key} not found or has expired.`),
  reportParticipantsUnknown: (key: string) => gone(3001, `Webinar "${key}" not found or has expired`),
  upcomingPaidOnly: (accountId: string) => bad(200, `This is only available for the paid account: ${accountId}`),
  reportTooOld: () => bad(12702, "Can not access a webinar a year ago."),
  groupForbidden: (groupId: string) => new Refusal(403, 12703, `No permission for the group: ${groupId}.`),

  dashboardOnly: () => bad(200, "Only available for paid accounts that have dashboard feature enabled."),
  metricsPageToken: (status: number) => new Refusal(status, 200, "The next page token is invalid or has expired."),
  metricsForbidden: (status: number, code: number, key: string) => new Refusal(status, code, `Can not access webinar info, ${key}.`),
  metricsUnknown: () => gone(3001, "The webinar has not ended yet or the Webinar ID is not valid."),
  metricsDetailUnknown: () => gone(3001, "This webinar's detail info is not available or ID is not valid."),

  meetingIdInvalid: () => bad(300, "Invalid meeting ID."),
  meetingUnknown: (meetingId: string) => gone(3001, `Meeting does not exist: ${meetingId}.`),
  summariesOff: () =>
    bad(
      3000,
      "Meeting summary disabled. To enable this feature, enable the **Meeting Summary with AI Companion** setting in the Zoom web portal's **Settings** interface.",
    ),
  summariesByMail: () =>
    new Refusal(
      403,
      2305,
      "Access to meeting summaries is restricted by account settings. To use this feature, disable the **Only share meeting summaries by email** setting in the **Account Settings** page of the Zoom web portal.",
    ),
  summariesByAddress: () =>
    new Refusal(
      403,
      2305,
      "Access to meeting summaries is restricted to specific IP address ranges. To allow access, go to the **Settings** page in the Zoom web portal and update the **IP address access control** setting.",
    ),
  summaryTrashed: () => new Refusal(403, 2305, "The meeting summary has been moved to Trash and cannot be accessed."),
  summaryNotDeleted: () => bad(2313, "Failed to delete meeting summary."),
} as const;
