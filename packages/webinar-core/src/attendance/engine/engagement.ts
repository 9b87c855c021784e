/** What the webinar offered, and could be read. */
export interface Offer {
  /** Seconds that the instances lasted, gaps between them left out. */
  seconds: number;
  /** Polls with at least one answer; 0: none, or they could not be read. */
  polls: number;
  hasQuestions: boolean;
  hasSurvey: boolean;
}

/** What one person did of it. */
export interface Deeds {
  seconds: number;
  polls: number;
  questions: number;
  survey: number;
}

const PRESENCE = 70;
const EXTRA = 10;

/** Points that can be reached at all. */
const reachable = ({ seconds, polls, hasQuestions, hasSurvey }: Offer): number =>
  (seconds > 0 ? PRESENCE : 0) + EXTRA * (Number(polls > 0) + Number(hasQuestions) + Number(hasSurvey));

/**
 * 0 to 100: 70 for the share of the time present, 10 for the share of the polls answered, 10 for a question asked, 10 for the survey answered; what was
 * not offered is left out and the rest scaled to 100. Null if nothing was offered. Nothing else is known of anybody: attention is not measured.
 */
export const toEngagement = (offer: Offer, deeds: Deeds): number | null => {
  const most = reachable(offer);
  if (most === 0) return null;
  const presence = offer.seconds > 0 ? PRESENCE * Math.min(deeds.seconds / offer.seconds, 1) : 0;
  const polls = offer.polls > 0 ? (EXTRA * deeds.polls) / offer.polls : 0;
  const questions = offer.hasQuestions && deeds.questions > 0 ? EXTRA : 0;
  const survey = offer.hasSurvey && deeds.survey > 0 ? EXTRA : 0;
  return Math.round((100 * (presence + polls + questions + survey)) / most);
};
