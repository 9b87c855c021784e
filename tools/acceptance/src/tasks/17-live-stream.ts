import { faultsOf, ofOne } from "./judging.ts";
import { isLeftAlone, pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask } from "./task.ts";

const STREAM = {
  stream_url: "rtmp://stream.example.com/live",
  stream_key: "spring-2027-key",
  page_url: "https://example.com/watch",
  resolution: "720p",
};

export const liveStream = defineTask({
  page: "17-live-stream",
  prepare: async (zoom) => {
    await planSpringRelease(zoom);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, (webinar) => {
      const { running = false, settings: _settings, ...stream } = webinar.liveStream ?? {};
      const others = Object.values(finished.after.webinars).filter(({ id, liveStream: other }) => id !== webinar.id && other !== null);
      return faultsOf([
        ["stream", stream, STREAM],
        ["stream running", running, false],
        ["webinar running", webinar.runningSince, null],
        ["streams of other webinars", others.length, 0],
        isLeftAlone(finished, webinar),
        ["mails", finished.mails.length, 0],
      ]);
    }),
  wrongEnds: [
    {
      title: "sets it on the demo's webinar",
      because: /other webinars/,
      make: async (world) => {
        const tour = (await world.emulator.state.webinars()).find(({ topic }) => topic.startsWith("Product tour"));
        await world.call("PATCH", `/webinars/${tour?.id}/livestream`, STREAM);
        return { answer: "It is set." };
      },
    },
    {
      title: "mixes up the two addresses",
      because: /stream:/,
      make: async (world) => {
        const { stream_url: page_url, page_url: stream_url } = STREAM;
        await world.call("PATCH", await pathOf(world, "/livestream"), { ...STREAM, page_url, stream_url });
        return { answer: "It is set." };
      },
    },
  ],
});
