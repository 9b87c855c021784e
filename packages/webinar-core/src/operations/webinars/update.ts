import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { settingsInWords } from "../../operation/losses.ts";
import { allowPast, occurrenceId, rare, startTime, timezone, webinarId } from "../../operation/params.ts";
import { WEBINAR_ABOUT, WEBINAR_WORDS } from "../../operation/words.ts";
import { readingSchema } from "../../time/start-time.ts";
import { readChange } from "./change.ts";
import { heldDate, listDates } from "./dates.ts";
import { basics, everyday, rareFields } from "./fields.ts";
import { notifies, previewUpdate } from "./preview-update.ts";
import { readBack, settingsBefore } from "./read-back.ts";
import { noteIdle } from "./setting-risk.ts";
import { noteEffects } from "./update-notes.ts";

const { agenda, password, recurrence, tracking_fields, settings } = inputSchema("PATCH /webinars/{webinarId}").shape;

export const updateWebinar = defineOperation({
  id: "webinars.update",
  tool: "update_webinar",
  summary: "Change a webinar, or one date of a recurring one; what is not given stays. Mails registrants only if asked to.",
  alsoKnownAs: `
    make my webinar repeat every week, let the webinar repeat, reschedule, move a webinar, change the time, rename a webinar, change the topic, change the agenda, edit a webinar, turn on recording, set a
    passcode, practice session, reminder mails, reminder e-mail, follow-up mail, Q&A settings, postpone, alternative host, change the settings,
    make it weekly, move one session, make it longer, change the duration, language interpretation, require registration, switch on approval,
    limit the number of registrants, close registration, automatic recording, simulive, on demand, multiple devices, confirmation mail, shift the
    start, cloud recording, co-host, watermark, change the description, wrong time zone, dial-in numbers, simultaneous interpreters, anonymous
    questions, let attendees upvote, rehearse backstage, hide the share buttons, push it back by an hour, bring it forward, start earlier, start
    later, new title, new date, new passcode, switch on the practice session, make registration mandatory, only one device per person, add an
    alternative host, change the host, hand the webinar over, stop people from unmuting, mute everybody, close sign-ups, open sign-ups again, cap
    the number of people, maximum attendees, record to the cloud automatically, no reminder, remind people an hour before, thank-you mail after
    the webinar, mail those who missed it, only signed-in users may join, require login, authentication, audio by computer only, no telephone, HD
    video, turn off Q&A, allow chat, hide attendee count, sign language, interpreters, translate, contact person, e-mail language, turn off
    recording, panelists start with video, switch to manual approval, people must be approved first, shorten the webinar, extend the series, add
    another date, another time zone, reschedule one session, country dial-in numbers, remove the passcode, raise the limit, where can I change,
    block a country, redirect people after the webinar, waiting room, watch later, available on demand, other duration, only for our company,
    restrict to a domain, Q&A moderated, chat off, hide the participants' count, invite another host to help, raise the hand, share on social
    media, send the registrants a mail about the change, confirmation text, contact address for questions, data centre, focus, watermark on the
    video, auto-start recording, call it something else, give it a new title, it should begin at four, start half an hour later, put it off till
    next week, not at two but at three, the date is wrong, make it two hours, add ten minutes, it needs a passcode, everybody must register first,
    let nobody unmute, allow questions, tape the session, record it, send a reminder the day before, have people rehearse beforehand, set up a
    green room, Karen should be able to start it instead, put somebody in charge as stand-in, no more than 200 people, open it to people without
    an account, close the sign-ups, switch off the chat, add interpreters for French, move only the June date, the April session starts earlier,
    two more dates at the end, tag it with the cost centre, change one field, swap the day, the description has a mistake, rewrite the agenda,
    turn the event into a series, get rid of the passcode, send everybody a thank-you note afterwards, do not send reminders, do not mail a
    confirmation, mail goes out in Spanish, lock it to our domain, let people watch it afterwards, hide who else is there, auto-approve from now
    on, approve by hand, delay the start, shift to another week, it runs over so extend it, same day but an hour later, make the webinar private,
    stop people from chatting, sign-ups should stop at 500, show it on another time zone, panelists' cameras on at the start, ask people to log
    in, change how many may attend, put right the start time, speakers should meet before the doors open, could we start at six instead, delay it
    by a quarter of an hour, title should be Autumn Outlook, make it a bit shorter, Friday does not suit so make it Monday, turn the recording on
    please, people ought to get a note an hour before, give it a new pass code, only let in folks with a company login, up the limit to 800,
    somebody else must be able to open it if I am ill, no more chat for the audience, let them raise hands, switch Q&A to anonymous, the blurb
    needs a new text, add one more evening to the series, move the second date of the series, stop the automatic mails, sign-up must be
    obligatory, I want to vet the people who register, let the speakers gather before, change the language of the mails, set its department tag,
    video off for panelists when it begins`,
  endpoints: [
    "PATCH /webinars/{webinarId}",
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/registrants",
    "GET /webinars/{webinarId}/panelists",
  ],
  effect: "update",
  idempotent: false,
  emails: "registrants",
  input: z.strictObject({
    webinar_id: webinarId,
    occurrence_id: occurrenceId.optional().describe("Only this date (its day, or its ID): agenda, time, length, video, watermark, recording"),
    topic: basics.topic.optional(),
    start_time: startTime.optional().describe("Wall time 2032-03-01T10:00 (in timezone, else its own), or an instant ending in Z"),
    timezone: timezone.optional().describe("IANA time zone of start_time; the webinar's own unless given"),
    duration: basics.duration.optional(),
    agenda,
    password,
    ...everyday,
    notify_registrants: z.boolean().optional().describe("Mail registrants about the change"),
    recurrence,
    tracking_fields: rare(tracking_fields),
    settings,
    ...rareFields,
    allow_past: allowPast,
  }),
  output: z.object({
    done: z.literal("update_webinar"),
    webinar_id: z.string(),
    occurrence_id: z.string().nullish().describe("The one date that was changed; absent if all were"),
    date: z.string().nullish().describe("If one date was changed: when it is now, in the webinar's zone"),
    changed: z.array(z.string()).describe("Fields that were set, by their path; some may have been so before"),
    starts: readingSchema.nullish().describe("How start_time was read"),
    dates: z
      .array(heldDate)
      .nullish()
      .describe("If the time changed: all dates as they are now, read afterwards; absent: not touched or not readable"),
    notifies_registrants: z.boolean(),
    notes: z.array(z.string()),
  }),
  cli: {
    positional: ["webinar_id"],
    moments: ["start_time"],
    asksIf: "people would keep an old time",
    minutes: ["duration"],
    words: WEBINAR_WORDS,
    about: WEBINAR_ABOUT,
    examples: [
      "webinars update 82834512568 --start-time 2032-03-02T11:00 --notify-registrants",
      "webinars update 82834512568 --recurrence-type weekly --weekly-days Tue --end-times 6",
    ],
  },

  risk: (input) => ({ effect: "update", emails: notifies(input) ? "registrants" : "nobody" }),
  preview: previewUpdate,
  async run(input, ctx) {
    const { zoom } = ctx;
    const { webinar_id, occurrence_id } = input;
    const change = await readChange(input, ctx);
    const { body, changed, starts, notes } = change;
    notes.push(...noteIdle(await settingsBefore(change), { ...body?.settings }));
    notes.push(...(await noteEffects(webinar_id, change, zoom)));
    await zoom.call("PATCH /webinars/{webinarId}", { path: { webinarId: webinar_id }, query: { occurrence_id }, body });
    const held = await readBack(input, change, ctx);
    notes.push(...held.notes);
    const notifies_registrants = notifies(input);
    return {
      done: "update_webinar" as const,
      webinar_id,
      occurrence_id: occurrence_id ?? null,
      ...(held.date === null ? {} : { date: held.date }),
      changed,
      starts,
      dates: held.dates,
      notifies_registrants,
      notes,
    };
  },
  describe: ({ webinar_id, occurrence_id, date, changed, dates, notifies_registrants }) =>
    `Set ${settingsInWords(changed)} of ${occurrence_id == null ? "" : `only the date ${date ?? ""} (occurrence_id ${occurrence_id}) of `}webinar ${webinar_id}${notifies_registrants ? "; Zoom mails the registrants" : ""}${dates == null || dates.length === 0 ? "" : `; ${countOf(dates.length, "date")} now: ${listDates(dates)}`}`,
});
