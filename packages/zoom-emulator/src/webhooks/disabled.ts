import type { WebhookRecord } from "../state/state.ts";

/** After so many validations in a row that failed, Zoom disables a webhook. */
export const MOST_FAILURES = 6;

/** True for a webhook that gets no more events. */
export const isDisabled = ({ failures = 0 }: WebhookRecord): boolean => failures >= MOST_FAILURES;
