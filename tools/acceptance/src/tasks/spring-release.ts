import { asBefore, outlineOf, type Point } from "./judging.ts";
import type { Finished, World } from "./task.ts";
import type { Plan, Zoom } from "./zoom.ts";

/** Ada's webinar of many tasks. */
export const SPRING_RELEASE: Plan = {
  host: "ada@example.com",
  topic: "Spring release",
  start_time: "2027-04-13T15:00:00",
  timezone: "Europe/Berlin",
  duration: 60,
};

/** Plans it, with settings if there are any. Returns its id. */
export const planSpringRelease = (zoom: Zoom, settings?: Record<string, unknown>): Promise<string> =>
  zoom.plan({ ...SPRING_RELEASE, ...(settings === undefined ? {} : { settings }) });

/** The path of its part of the API, like `pathOf(world, "/polls")`. */
export const pathOf = async ({ emulator }: World, rest = ""): Promise<string> => {
  const webinar = (await emulator.state.webinars()).find(({ topic }) => topic === SPRING_RELEASE.topic);
  return `/webinars/${webinar?.id}${rest}`;
};

/** Date, title and settings are what they were. */
export const isLeftAlone = (finished: Finished, webinar: Parameters<typeof outlineOf>[0] & { id: number }): Point => [
  "date, title and settings",
  outlineOf(webinar),
  outlineOf(asBefore(finished, webinar)),
];
