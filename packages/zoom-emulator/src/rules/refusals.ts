import { Refusal } from "../http/reply.ts";

/**
 * Every refusal that the emulator knows, in the words of Zoom's reference where it has them. Source: the x-zoom-errors of Zoom's document, facts.md §4.
 * Where the reference words one thing differently from endpoint to endpoint, so does this list.
 */
export const refusals = {
  noRoute: () => new Refusal(404, 2300, "This API endpoint is not recognized."),
  wrongVerb: () => new Refusal(405, 2300, "This API endpoint is not recognized."),
  notEmulated: (id: string) => new Refusal(501, 501, `The emulator does not emulate ${id} yet.`),
  notEmulatedHere: (what: string) => new Refusal(501, 501, `The emulator does not emulate ${what} yet.`),

  tokenInvalid: () => new Refusal(401, 124, "Invalid access token."),
  tokenExpired: () => new Refusal(401, 124, "Access token is expired."),
  scopesMissing: (accepted: readonly string[]) => new Refusal(400, 4711, `Invalid access token, does not contain scopes:[${accepted.join(", ")}].`),

  noJson: () => new Refusal(400, 300, "Request Body should be a valid JSON object."),
  fields: (names: readonly string[]) =>
    new Refusal(400, 300, "Validation Failed.", { errors: names.map((field) => ({ field, message: "Invalid field." })) }),
  pageToken: () => new Refusal(400, 300, "The next page token is invalid or expired."),

  userUnknown: (userId: string) => new Refusal(404, 1001, `User does not exist: ${userId}.`),
  userUnknownOnCreate: (userId: string) => new Refusal(404, 1001, `User ${userId} does not exist.`),
  userOfOtherAccount: (userId: string) => new Refusal(400, 1010, `User does not belong to this account: ${userId}.`),
  planMissing: (who = "this user") =>
    new Refusal(
      400,
      200,
      `Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for ${who} in order to perform this action.`,
    ),
  scheduleFor: () => new Refusal(400, 300, "The value that you entered for the `schedule_for` field is invalid. Enter a valid value and try again."),
  noSimulive: () => new Refusal(400, 300, "Account hasn't enabled simulive webinar."),

  webinarIdInvalid: () => new Refusal(400, 300, "Invalid webinar ID."),
  webinarUnknown: (webinarId: string) => new Refusal(404, 3001, `Webinar does not exist: ${webinarId}.`),
  occurrenceInvalid: (occurrenceId: string) =>
    new Refusal(400, 300, `The request could not be completed because you have provided an invalid occurrence ID: ${occurrenceId}.`),
  occurrenceUnknown: () => new Refusal(400, 3000, "Webinar occurrence does not exist."),
  notRunning: () => new Refusal(400, 3000, "Webinar has not started."),
  alreadyRunning: () => new Refusal(400, 3000, "Webinar is already running."),

  registrationRequired: (webinarId: string) => new Refusal(400, 3000, `This webinar does not have registration as required: ${webinarId}.`),
  registrationOff: (webinarId: string) => new Refusal(400, 3000, `Registration has not been enabled for this webinar: ${webinarId}.`),
  registrationOffForStatus: (webinarId: string) => new Refusal(400, 300, `Registration has not been enabled for this meeting: ${webinarId}.`),
  registrationOver: () => new Refusal(400, 3038, "Webinar is over, you cannot register now. If you have any questions, contact the webinar host."),
  hostCannotRegister: () => new Refusal(400, 3027, "Host cannot register."),
  panelistCannotRegister: () =>
    new Refusal(
      400,
      3000,
      "You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.",
    ),
  attendeeLimit: () =>
    new Refusal(400, 3000, "You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information."),
  capacityReached: () => new Refusal(400, 3035, "Webinar has reached maximum attendee capacity."),
  alreadyRegistered: () => new Refusal(400, 3000, "This email has already been registered for this webinar."),
  registrantMissing: (registrantId: string) => new Refusal(400, 3079, `This registrant does not exist: ${registrantId}.`),
  registrantNotFound: (registrantId: string) => new Refusal(400, 3000, `Registrant ${registrantId} was not found.`),
} as const;
