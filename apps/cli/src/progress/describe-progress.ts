import type { Progress } from "@zoom-webinar/webinar-core";
import { displayWidth } from "../output/display-width.ts";
import { safeLine } from "../output/safe-text.ts";

/** How fast it went so far; null as long as nobody can tell. */
export interface Pace {
  /** Things in a second. */
  readonly rate: number;
}

const count = (number: number): string => number.toLocaleString("en-US");

/** "95/s", "2.5/s", "12/min": as many as make a number that one can read. */
const showRate = (rate: number): string => {
  if (rate >= 10) return `${count(Math.round(rate))}/s`;
  return rate >= 1 ? `${rate.toFixed(1)}/s` : `${Math.max(1, Math.round(rate * 60))}/min`;
};

/** "20 s", "3 min", "2 h 5 min". */
const showTime = (seconds: number): string => {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** An import says itself how fast it goes: it knows what of the time is waiting. */
const PACE = /\b(begun|a second|left)\b/;

/** What will be done, before any of it is: a sentence of its own. Anything else is what is counted, such as "rows". */
const SENTENCE = /^\p{Lu}/u;

/** "1,260 of 3,000, 95/s, 18 s left, rows": how far it is, how fast, and how long it still takes. */
export const describeProgress = ({ done, total, message }: Progress, pace: Pace | null): string => {
  if (done === 0 && message !== undefined && SENTENCE.test(message)) return safeLine(message);
  const parts = [`${count(done)}${total === null ? "" : ` of ${count(total)}`}`];
  const saysPace = message !== undefined && PACE.test(message);
  if (saysPace) parts.push(safeLine(message));
  else if (pace !== null && pace.rate > 0 && done !== total) {
    parts.push(showRate(pace.rate));
    if (total !== null && total > done) parts.push(`${showTime((total - done) / pace.rate)} left`);
  }
  return `${parts.join(", ")}${message === undefined || saysPace ? "" : ` ${safeLine(message)}`}`;
};

const WIDEST_BAR = 24;
const NARROWEST_BAR = 6;

/** One line for a terminal of this width: a bar if a total is known and there is room, then the words, cut rather than wrapped. */
export const drawProgress = (progress: Progress, pace: Pace | null, columns: number): string => {
  const { done, total } = progress;
  // The last column stays free: some terminals wrap as soon as it is written to.
  const room = columns - 1;
  const whole = describeProgress(progress, pace);
  // A long message loses its end before the bar goes.
  const numbers = displayWidth(describeProgress({ done, total }, pace));
  const words = total !== null && room - numbers - 8 >= NARROWEST_BAR ? cut(whole, Math.max(numbers, room - 8 - NARROWEST_BAR)) : whole;
  const bar = Math.min(WIDEST_BAR, room - displayWidth(words) - 8);
  if (total === null || total <= 0 || bar < NARROWEST_BAR) return cut(words, room);
  const share = Math.min(1, done / total);
  const filled = Math.floor(share * bar);
  return `${"█".repeat(filled)}${"░".repeat(bar - filled)} ${String(Math.floor(share * 100)).padStart(3)}%  ${words}`;
};

/** At most so many columns of a text. */
export const cut = (text: string, room: number): string => {
  if (displayWidth(text) <= room) return text;
  let shown = "";
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > room - 1) break;
    shown += character;
  }
  return `${shown}…`;
};
