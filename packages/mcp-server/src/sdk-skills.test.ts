import { SKILLS_EXTENSION_ID, SkillsClient } from "@modelcontextprotocol/client/ext/skills";
import { SKILLS_EXTENSION_ID as SERVED_ID } from "@modelcontextprotocol/server/ext/skills";
import { connectLegacy, connectModern } from "@zoom-webinar/testing/connect";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { skills } from "@zoom-webinar/webinar-core/doors/skills";
import { afterEach, describe, expect, it } from "vitest";
import { SKILLS_EXTENSION } from "./sdk-skills.ts";
import { createServerFactory } from "./server-factory.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const NAMES = ["webinar-end-to-end", "webinar-follow-up", "webinar-import-people", "webinar-season-files", "webinar-test-emulator"];

describe.each([
  ["the newest revision", connectModern],
  ["an older revision", connectLegacy],
] as const)("skills over %s", (_era, connect) => {
  const setUp = async () => {
    const connected = await connect(createServerFactory({ session: fakeSession(), version: "1.0.0" }));
    open.push(connected);
    // an older client has the same methods, by another class
    return { client: connected.client, skills: new SkillsClient(connected.client as never) };
  };

  it("are declared, and listed with a digest of every file", async () => {
    const { skills: host } = await setUp();
    expect([host.supported, host.directoryRead]).toEqual([true, true]);
    const { skills: entries, invalid } = await host.list();
    expect(invalid).toEqual([]);
    expect(entries.map(({ uri }) => uri)).toEqual(NAMES.map((name) => `skill://${name}/SKILL.md`));
  });

  it("are read as they stand in the folder, and fit their digest and front matter", async () => {
    const { skills: host } = await setUp();
    for (const { name, description, files } of skills) {
      const { skill } = await host.get(`skill://${name}/SKILL.md`);
      const file = await host.read(skill);
      expect(file).toMatchObject({ verified: true, mimeType: "text/markdown", text: files["SKILL.md"], frontmatter: { name, description } });
    }
  });

  it("are folders that can be looked into, and are among the resources", async () => {
    const { client, skills: host } = await setUp();
    expect((await host.readDirectory("skill://")).resources.map(({ name }) => name)).toEqual(NAMES);
    expect((await host.readDirectory("skill://webinar-follow-up")).resources).toMatchObject([{ name: "SKILL.md", mimeType: "text/markdown" }]);
    const { resources } = await client.listResources();
    expect(resources.flatMap(({ uri, description }) => (uri.startsWith("skill://") ? [description] : []))).toEqual(
      skills.map(({ description }) => description),
    );
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain("skill://{+path}");
    const { completion } = await client.complete({ ref: { type: "ref/resource", uri: "skill://{+path}" }, argument: { name: "path", value: "web" } });
    expect(completion.values).toEqual([]);
  });

  it.each(["skill://no-such/SKILL.md", "skill://webinar-follow-up/../SKILL.md", "skill://webinar-follow-up", "zoom://config", ""])(
    "%j is not a skill: -32602",
    async (uri) => {
      const { client, skills: host } = await setUp();
      await expect(host.get(uri)).rejects.toMatchObject({ code: -32602 });
      if (uri.startsWith("skill://")) await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
    },
  );

  it("is not a folder of skills: -32602", async () => {
    const { skills: host } = await setUp();
    await expect(host.readDirectory("skill://no-such")).rejects.toMatchObject({ code: -32602 });
  });
});

it("names the extension as the SDK does", () => {
  expect(Object.keys(SKILLS_EXTENSION)).toEqual([SKILLS_EXTENSION_ID]);
  expect(SERVED_ID).toBe(SKILLS_EXTENSION_ID);
});
