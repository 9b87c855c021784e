/** What a template carries and what not. Source: Zoom API, webinar templates; the lists have endpoints of their own, which no template reaches. */
export const CARRIED =
  "A template carries topic, agenda, length, settings and the sign-up form, and its dates if it was saved with save_recurrence. It carries no panelists, polls, survey, name tags, live stream or tracking fields: a clone of a webinar has those too.";
