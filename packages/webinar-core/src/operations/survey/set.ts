import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { lossesOf } from "../../operation/losses.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";

export const setSurvey = endpointOperation("PATCH /webinars/{webinarId}/survey", {
  id: "survey.set",
  tool: "set_webinar_survey",
  summary: "Write the survey shown after a webinar, or link to another service's.",
  alsoKnownAs: `
    set up a survey, feedback form after the webinar, add a survey, change the survey, evaluation form, link a survey page, ask for feedback,
    exit survey, satisfaction survey, write survey questions, questionnaire at the end, edit the feedback form,
    send people to our Typeform afterwards, add a satisfaction survey, external survey, Google Form after the webinar,
    feedback questions at the end, survey for attendees, how satisfied were you, net promoter question, open the survey in the browser`,
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
