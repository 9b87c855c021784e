import { emulated, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { generateWebinar } from "@zoom-webinar/testing/generated-webinar";
import { describe, expect, it } from "vitest";
import { applyWebinarFiles } from "../webinars/apply.ts";
import { exportWebinarFile } from "../webinars/export.ts";
import { planWebinarFiles } from "../webinars/plan.ts";

const HOW_MANY = process.env.FAULTS === "long" ? 300 : 30;

const withoutHead = (text: string) => text.replace(/^(id|host): .*\n/gm, "");

describe("a webinar that is exported, applied to another host and exported again", () => {
  it.each(Array.from({ length: HOW_MANY }, (_, at) => at + 1))(
    "is the same file, and a second apply finds nothing to do (webinar %i)",
    async (seed) => {
      const zoom = emulated();
      const id = await generateWebinar(zoom, seed);
      const [source] = (await zoom.run(exportWebinarFile, { webinar_id: id })).files;
      const text = source?.text ?? "";
      const files = [{ name: "webinar.yaml", text }];
      expect((await zoom.run(planWebinarFiles, { files })).webinars).toMatchObject([{ webinar_id: id, created: false, changes: [] }]);

      const moved = { files, user_id: OTHER_HOST };
      const [applied] = (await zoom.run(applyWebinarFiles, moved)).webinars;
      expect(applied).toMatchObject({ created: true });
      expect(applied?.webinar_id).not.toBe(id);
      const [copy] = (await zoom.run(exportWebinarFile, { webinar_id: applied?.webinar_id ?? "" })).files;
      expect(withoutHead(copy?.text ?? "")).toBe(withoutHead(text));

      zoom.seen();
      const [again] = (await zoom.run(applyWebinarFiles, moved)).webinars;
      expect(again).toMatchObject({ webinar_id: applied?.webinar_id, created: false, changes: [], applied: 0 });
      expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
    },
  );
});
