import { asBefore, faultsOf, ofOne, outlineOf } from "./judging.ts";
import { pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask, type World } from "./task.ts";

const SETTINGS = { approval_type: 1, auto_recording: "none", practice_session: false, question_and_answer: { enable: true } };

const change = async (world: World, settings: Record<string, unknown>) => {
  const body = { password: "Tulip-27", settings: { auto_recording: "cloud", practice_session: true, ...settings } };
  await world.call("PATCH", await pathOf(world), body);
  return { answer: "All three are set." };
};

export const passcodeAndRecording = defineTask({
  page: "09-passcode-and-recording",
  prepare: async (zoom) => {
    await planSpringRelease(zoom, SETTINGS);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, (webinar) => {
      const before = outlineOf(asBefore(finished, webinar));
      const { auto_recording, practice_session, ...others } = webinar.settings;
      const { auto_recording: _recording, practice_session: _practice, ...othersBefore } = before?.settings ?? {};
      return faultsOf([
        ["passcode", webinar.password, "Tulip-27"],
        ["recording", auto_recording, "cloud"],
        ["rehearsal", practice_session, true],
        ["other settings", others, othersBefore],
        ["date and title", { ...outlineOf(webinar), password: "", settings: {} }, { ...before, password: "", settings: {} }],
        ["mails", finished.mails.length, 0],
      ]);
    }),
  wrongEnds: [
    { title: "records to the host's computer", because: /recording/, make: (world) => change(world, { auto_recording: "local" }) },
    { title: "lets sign-ups in at once on the way", because: /other settings/, make: (world) => change(world, { approval_type: 0 }) },
  ],
});
