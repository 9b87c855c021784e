import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed } from "../../operation/if-allowed.ts";

/** A question of a webinar's own. */
export interface Question {
  title: string;
  type: "short" | "single_radio" | "single_dropdown" | "multiple";
  answers: readonly string[];
  isRequired: boolean;
}

/** What a webinar asks of people who sign up. */
export interface Form {
  /** Fields besides e-mail and first name that must be filled in. */
  required: readonly string[];
  questions: readonly Question[];
}

/** A form that asks for nothing more: what is checked if the webinar's own cannot be read. */
export const NO_FORM: Form = { required: [], questions: [] };

type Asked = NonNullable<NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants/questions">["custom_questions"]>[number]>;

const TYPES = ["single_radio", "single_dropdown", "multiple"] as const;

const toQuestion = ({ title, type, answers, required }: Asked): Question[] =>
  title === undefined
    ? []
    : [
        {
          title,
          type: TYPES.find((one) => one === type) ?? "short",
          answers: (answers ?? []).flatMap((one) => one ?? []),
          isRequired: required === true,
        },
      ];

/** The form of a webinar; null if the app may not read it: Zoom then checks alone. */
export const readForm = async (zoom: ZoomClient, webinarId: string): Promise<Form | null> => {
  const form = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}/registrants/questions", { path: { webinarId } }));
  if (form === null) return null;
  return {
    required: (form.questions ?? []).flatMap(({ field_name, required }) => (required === true && field_name !== undefined ? [field_name] : [])),
    questions: (form.custom_questions ?? []).flatMap(toQuestion),
  };
};
