/** One joining of a webinar; who joins again has another. */
export interface ParticipantRecord {
  /** Names this joining within its instance. */
  user_id: string;
  participant_uuid: string;
  role: "host" | "panelist" | "attendee";
  name: string;
  /** "" if Zoom does not know it. */
  email: string;
  /** The account's person, null for people outside. */
  account_user_id: string | null;
  registrant_id: string | null;
  join_time: string;
  /** Null while they are in. */
  leave_time: string | null;
}

/** An answer to a question of the audience. */
export interface QuestionAnswerRecord {
  /** The joining of who answered, null for the host without one. */
  user_id: string | null;
  name: string;
  email: string;
  content: string;
  at: string;
  kind: "host_answered_publicly" | "host_answered_privately" | "participant_commented" | "host_answered";
}

/** A question of the audience. */
export interface QuestionRecord {
  id: string;
  /** The joining of who asked. */
  user_id: string;
  anonymous: boolean;
  question: string;
  at: string;
  status: "open" | "dismissed" | "answered" | "deleted";
  answers: QuestionAnswerRecord[];
}

/** What one person answered in one poll. */
export interface VoteRecord {
  poll_id: string;
  anonymous: boolean;
  user_id: string;
  at: string;
  answers: { question: string; answer: string }[];
}

/** What one person answered in the survey. */
export interface SurveyAnswerRecord {
  user_id: string;
  at: string;
  answers: { question_id: string; question: string; answer: string }[];
}

/** The survey as it was when the first person answered it. */
export interface AnsweredSurveyRecord {
  id: string;
  name: string;
  anonymous: boolean;
  answers: SurveyAnswerRecord[];
}

/** A message in the chat. */
export interface ChatMessageRecord {
  message_id: string;
  user_id: string;
  content: string;
  file_ids: string[];
  at: string;
}

/** Thumb and comment that somebody left at the end. */
export interface FeedbackRecord {
  user_id: string;
  at: string;
  satisfied: boolean;
  comment: string;
}

/** Something that somebody shared. */
export interface SharingRecord {
  user_id: string;
  content: string;
  start_time: string;
  /** Null while it is shared. */
  end_time: string | null;
}

/** What Zoom's AI wrote about an instance. */
export interface SummaryRecord {
  title: string;
  /** Markdown. */
  content: string;
  created: string;
  modified: string;
  /** True once it was deleted, if the trash keeps it. */
  trashed: boolean;
}

/** What happens while a webinar is on air, and after. */
export interface SessionRecord {
  /** The planned date that it belongs to, null for a webinar without dates. */
  occurrence_id: string | null;
  participants: ParticipantRecord[];
  questions: QuestionRecord[];
  votes: VoteRecord[];
  /** Null until somebody answers. */
  survey: AnsweredSurveyRecord | null;
  chat: ChatMessageRecord[];
  feedback: FeedbackRecord[];
  sharing: SharingRecord[];
  summary: SummaryRecord | null;
}

/** One time that a webinar was held. */
export interface InstanceRecord extends SessionRecord {
  uuid: string;
  start_time: string;
  end_time: string;
}

/** A session in which nothing has happened. */
export const emptySession = (occurrenceId: string | null = null): SessionRecord => ({
  occurrence_id: occurrenceId,
  participants: [],
  questions: [],
  votes: [],
  survey: null,
  chat: [],
  feedback: [],
  sharing: [],
  summary: null,
});
