import { type emulated, HOST } from "./emulated.ts";
import { seeded } from "./lossy.ts";

type Emulated = ReturnType<typeof emulated>;
type Fields = Record<string, unknown>;

/** Makes choices that are the same at every run. */
export const chooser = (seed: number) => {
  const random = seeded(seed);
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const maybe = (chance = 0.5): boolean => random() < chance;
  const int = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const some = <T>(items: readonly T[], chance = 0.5): T[] => items.filter(() => maybe(chance));
  return { pick, maybe, int, some };
};

type Choose = ReturnType<typeof chooser>;

const TEXTS = ["Tides", 'Quoted "tides"', "Ebbe & Flut: was nun?", "#1 – tides", "yes", "0123", "潮汐", "- a dash", "a: b", "Tea ☕ time"] as const;

const QUESTIONS: readonly ((choose: Choose) => Fields)[] = [
  ({ maybe }) => ({ type: "single", answers: ["Soup", "Salad", "1"], ...(maybe() ? { show_as_dropdown: true } : {}) }),
  () => ({ type: "multiple", answers: ["Black", "Green"] }),
  () => ({
    type: "matching",
    answers: ["A", "B"],
    prompts: [
      { prompt_question: "First?", prompt_right_answers: ["A"] },
      { prompt_question: "Second?", prompt_right_answers: ["B"] },
    ],
  }),
  () => ({
    type: "rank_order",
    answers: ["1st", "2nd"],
    prompts: [
      { prompt_question: "Tea", prompt_right_answers: ["1st"] },
      { prompt_question: "Coffee", prompt_right_answers: ["2nd"] },
    ],
  }),
  () => ({ type: "short_answer", answer_min_character: 1, answer_max_character: 200 }),
  () => ({ type: "long_answer", answer_min_character: 2, answer_max_character: 1500 }),
  ({ maybe }) => ({ type: "fill_in_the_blank", right_answers: ["sea"], ...(maybe() ? { case_sensitive: true } : {}) }),
  () => ({ type: "rating_scale", rating_min_value: 0, rating_max_value: 10, rating_min_label: "Bad", rating_max_label: "Good" }),
];

const pollOf = (choose: Choose, at: number): Fields => {
  const { pick, maybe } = choose;
  const poll_type = pick([1, 2, 3] as const);
  const kinds = poll_type === 1 ? QUESTIONS.slice(0, 2) : QUESTIONS;
  const questions = kinds
    .filter((_, place) => poll_type !== 3 || place < 7)
    .map((make, place) => {
      const question = make(choose);
      const isPlain = question.type === "single" || question.type === "multiple";
      return {
        name: `${pick(TEXTS)} ${place}?`,
        ...question,
        ...(poll_type === 3 && isPlain ? { right_answers: [(question.answers as string[])[0]] } : {}),
        ...(maybe(0.3) ? { answer_required: maybe() } : {}),
      };
    });
  return { title: `${pick(TEXTS)} ${at}`, poll_type, anonymous: maybe(), questions };
};

const surveyQuestions = (choose: Choose): Fields[] =>
  QUESTIONS.filter((_, at) => at !== 6).map((make, at) => {
    const { right_answers: _right, prompts, ...question } = make(choose);
    const asked = Array.isArray(prompts) ? prompts.map(({ prompt_question }) => ({ prompt_question })) : undefined;
    return { name: `Survey ${at}`, ...question, ...(asked === undefined ? {} : { prompts: asked }), answer_required: choose.maybe() };
  });

const scheduleOf = ({ pick, int }: Choose, type: 5 | 6 | 9): Fields => {
  const timezone = pick(["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland"] as const);
  if (type === 6) return { type, timezone };
  const start_time = `2027-0${int(3, 9)}-${int(10, 28)}T${int(10, 20)}:${pick(["00", "30"])}:00`;
  if (type === 5) return { type, start_time, timezone };
  const rule = pick<Fields>([
    { type: 1, repeat_interval: 3, end_times: 6 },
    { type: 2, repeat_interval: 1, weekly_days: "2,4", end_times: 8 },
    { type: 2, repeat_interval: 2, weekly_days: "6", end_date_time: "2027-12-20T12:00:00Z" },
    { type: 3, repeat_interval: 1, monthly_week: -1, monthly_week_day: 3, end_times: 5 },
    { type: 3, repeat_interval: 1, monthly_day: 28, end_times: 4 },
  ]);
  return { type, start_time, timezone, recurrence: rule };
};

/** The settings of a webinar, some of them as a new one has them. */
const settingsOf = ({ pick, maybe, int }: Choose): Fields => ({
  approval_type: pick([0, 1, 2] as const),
  audio: pick(["both", "voip"] as const),
  auto_recording: pick(["none", "cloud"] as const),
  practice_session: maybe(),
  host_video: maybe(),
  panelists_video: maybe(),
  on_demand: maybe(),
  registrants_restrict_number: pick([0, int(1, 500)]),
  question_and_answer: { enable: maybe(), allow_anonymous_questions: maybe(), answer_questions: pick(["only", "all"] as const) },
  follow_up_attendees_email_notification: { enable: maybe(), type: int(0, 7) },
  panelists_invitation_email_notification: maybe(0.8),
  alternative_hosts: maybe(0.3) ? "grace@example.com" : "",
  ...(maybe(0.3) ? { global_dial_in_countries: ["DE", "US"], contact_name: pick(TEXTS), contact_email: "desk@example.com" } : {}),
  ...(maybe(0.2)
    ? { language_interpretation: { enable: true, interpreters: [{ email: "ines@example.com", interpreter_languages: "English,Chinese" }] } }
    : {}),
});

/** Makes one webinar in the emulator by Zoom's own API, with every part that a file can hold; its id. */
export const generateWebinar = async ({ session, clock: _clock }: Emulated, seed: number, host = HOST): Promise<string> => {
  const choose = chooser(seed);
  const { pick, maybe, some } = choose;
  const type = pick([5, 6, 9] as const);
  const { zoom } = session;
  // The generated body is Zoom's, not a caller's: the emulator checks it.
  const send = (endpoint: string, args: unknown): Promise<never> =>
    zoom.call(endpoint as "GET /webinars/{webinarId}", args as never) as Promise<never>;
  const settings = settingsOf(choose);
  const created: { id: string; occurrences?: { occurrence_id: string; start_time: string }[] } = await send("POST /users/{userId}/webinars", {
    path: { userId: host },
    body: {
      topic: `${pick(TEXTS)} ${seed}`,
      ...scheduleOf(choose, type),
      duration: choose.int(15, 120),
      agenda: pick(["", "One line", "Two\nlines", "  indented\n\nand: a gap", "trailing \nspace", "tab\there"] as const),
      tracking_fields: maybe(0.5) ? [{ field: "Campaign", value: pick(TEXTS) }] : [],
      settings,
    },
  });
  const path = { webinarId: created.id };
  for (const { occurrence_id, start_time } of some((created.occurrences ?? []).slice(1), 0.4)) {
    const query = { occurrence_id };
    if (maybe(0.4)) await send("DELETE /webinars/{webinarId}", { path, query });
    else {
      const moved = new Date(Date.parse(start_time) + choose.int(1, 30) * 3_600_000).toISOString().replace(".000Z", "Z");
      const body = pick<Fields>([
        { start_time: moved },
        { duration: 25 },
        { start_time: moved, agenda: "Moved" },
        { settings: { host_video: !settings.host_video } },
      ]);
      await send("PATCH /webinars/{webinarId}", { path, query, body });
    }
  }
  if (settings.approval_type !== 2 && maybe(0.8)) {
    const questions = some(["last_name", "org", "job_title", "no_of_employees"]).map((field_name) => ({ field_name, required: maybe() }));
    const custom_questions = [
      { title: "Why?", type: "short", required: maybe() },
      { title: "Which?", type: "single_radio", answers: ["This", "That"], required: maybe() },
      { title: "Where?", type: "single_dropdown", answers: ["Here", "There"] },
      { title: "What?", type: "multiple", answers: ["1", "2", "yes"] },
    ];
    await send("PATCH /webinars/{webinarId}/registrants/questions", { path, body: { questions, custom_questions: some(custom_questions, 0.7) } });
  }
  for (let at = 0; at < choose.int(0, 3); at += 1) await send("POST /webinars/{webinarId}/polls", { path, body: pollOf(choose, at) });
  if (maybe(0.6)) {
    const custom = { custom_survey: { title: pick(TEXTS), anonymous: maybe(), feedback: "Thanks!\nBye", questions: surveyQuestions(choose) } };
    await send("PATCH /webinars/{webinarId}/survey", {
      path,
      body: {
        ...(maybe() ? custom : { third_party_survey: "https://example.com/survey" }),
        show_in_the_browser: maybe(),
        show_in_the_follow_up_email: maybe(),
      },
    });
  }
  const tags: { id: string }[] = [];
  for (const name of some(["Speaker", "Host", "Guest"])) {
    const body = {
      name,
      text_color: "#1F2937",
      accent_color: "#2563EB",
      background_color: "#FFFFFF",
      is_default: maybe(0.3),
      set_default_for_all_panelists: false,
    };
    tags.push(await send("POST /webinars/{webinarId}/branding/name_tags", { path, body }));
  }
  const people = some(["linus", "rosa", "mina", "nia"]).map((who) => ({
    name: `${who} Example`,
    email: `${who}@example.com`,
    ...(maybe() && tags[0] ? { name_tag_id: tags[0].id, name_tag_name: who, name_tag_pronouns: "they" } : {}),
  }));
  if (people.length > 0) await send("POST /webinars/{webinarId}/panelists", { path, body: { panelists: people } });
  return String(created.id);
};
