import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { lossesOf } from "../../operation/losses.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";

export const setSurvey = endpointOperation("PATCH /webinars/{webinarId}/survey", {
  id: "survey.set",
  tool: "set_webinar_survey",
  summary: "Write the survey shown after a webinar, or link to another service's.",
  alsoKnownAs: `
    set up a survey, feedback form after the webinar, add a survey, change the survey, evaluation form, link a survey page, ask for feedback, exit
    survey, satisfaction survey, write survey questions, questionnaire at the end, edit the feedback form, send people to our Typeform afterwards,
    add a satisfaction survey, external survey, Google Form after the webinar, feedback questions at the end, survey for attendees, how satisfied
    were you, net promoter question, open the survey in the browser, ask people how they liked it, send them to our Typeform, link SurveyMonkey,
    collect opinions afterwards, write a questionnaire, have attendees rate us, attach a feedback form, ask for stars at the end, open our web
    form when it ends, let people leave feedback, find out what they thought afterwards, make an evaluation, new questions for after the talk,
    show a form when people leave, a survey with an NPS question, put up a short survey, ask how satisfied they were, direct viewers to a form
    after, edit the questionnaire, add a feedback question, after the talk I want their opinion, put our Google Form at the end, ask them for
    stars afterwards, get feedback from the attendees, a short questionnaire for when it is over, let them grade the talk, use this survey link at
    the end, create an evaluation, point them to our form once they leave, add the NPS question`,
  cli: {
    positional: ["webinar_id"],
    examples: [
      `survey set 82834512568 --custom-survey.title 'How was it?' --custom-survey.questions '[{"name":"Would you come again?","type":"single","answers":["Yes","No"],"answer_required":true}]'`,
      "survey set 82834512568 --third-party-survey https://example.com/survey",
    ],
  },
  looksAt: ["GET /webinars/{webinarId}/survey", "GET /webinars/{webinarId}"],
  async preview({ webinar_id, ...sent }, { zoom }) {
    const before = await readBefore(() => zoom.call("GET /webinars/{webinarId}/survey", { path: { webinarId: webinar_id } }));
    // Zoom's own form and another service's address exclude each other, and a form that is sent takes the place of the one before.
    const { custom_survey, third_party_survey, ...switches } = sent;
    const form = {
      ...(custom_survey || third_party_survey ? { custom_survey } : {}),
      ...(custom_survey || third_party_survey ? { third_party_survey } : {}),
    };
    const known = before && { custom_survey: before.custom_survey, third_party_survey: before.third_party_survey };
    const replaced = Object.keys(form).length === 0 ? [] : lossesOf(known, form, { how: "replace" });
    return previewChange({
      summary: "Set what people are asked after the webinar.",
      targets: [await webinarTarget(zoom, webinar_id)],
      before,
      after: { ...switches, ...(custom_survey || third_party_survey ? {} : form) },
      how: "merge",
      also: replaced,
    });
  },
  describe: ({ webinar_id }) => `Set the survey of webinar ${webinar_id}`,
});
