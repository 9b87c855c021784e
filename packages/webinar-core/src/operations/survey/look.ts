import { countOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { Preview } from "../../operation/preview.ts";
import { readBefore, webinarTarget } from "../../operation/preview-change.ts";

interface Named {
  webinar_id: string;
}

const readSurvey = ({ webinar_id }: Named, { zoom }: OperationContext) =>
  readBefore(() => zoom.call("GET /webinars/{webinarId}/survey", { path: { webinarId: webinar_id } }));

/** Says that a webinar has no survey; null if it has one, or the app may not look. Throws `NotFoundError` if there is no such webinar. */
export const noSurvey = async (input: Named, ctx: OperationContext): Promise<string | null> => {
  const survey = await readSurvey(input, ctx);
  if (survey === null || survey.custom_survey || survey.third_party_survey) return null;
  // A webinar that is not there has no survey either, and that is another thing.
  await ctx.zoom.call("GET /webinars/{webinarId}", { path: { webinarId: input.webinar_id } });
  return `Webinar ${input.webinar_id} has no survey: nothing to do`;
};

/** What taking the survey off removes. */
export const previewDeletion = async (input: Named, ctx: OperationContext): Promise<Preview> => {
  const { custom_survey, third_party_survey } = (await readSurvey(input, ctx)) ?? {};
  const what = custom_survey
    ? `the survey with ${countOf(custom_survey.questions?.length ?? 0, "question")}`
    : third_party_survey
      ? `the link to ${third_party_survey}`
      : "the survey";
  return {
    summary: `Take ${what} off the webinar.`,
    targets: [await webinarTarget(ctx.zoom, input.webinar_id)],
    recipients: null,
    reversible: false,
  };
};
