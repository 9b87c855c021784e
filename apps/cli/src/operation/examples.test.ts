import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { afterAll, describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const flagsOfAll = await cliOf({ catalog: manifest })("help flags");

describe("every operation of the manifest", () => {
  it("has no field whose flag is also a global flag", async () => {
    const { globalFlagNames } = await import("../globals.ts");
    const { fieldsOf } = await import("../fields/fields.ts");
    const { toJsonSchema } = await import("../fields/json-schema.ts");
    const taken = new Set(globalFlagNames());
    for (const entry of manifest) {
      const flags = fieldsOf(toJsonSchema((await entry.load()).input)).map(({ flag }) => flag);
      expect([entry.id, flags.filter((flag) => taken.has(flag))]).toEqual([entry.id, []]);
    }
  });

  const pictures = mkdtempSync(join(tmpdir(), "zw-pictures-"));
  const picture = join(pictures, "picture.png");
  writeFileSync(picture, "GIF89a, and not much of a picture");
  afterAll(() => rmSync(pictures, { recursive: true }));

  it.each(manifest.map((entry) => [entry.id, entry] as const))(
    "%s has help, and examples that parse, with flags that help lists",
    async (_id, { examples, id }) => {
      const run = cliOf({ catalog: manifest, emulator: demoZoom() });
      const command = id.split(".").map((part) => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
      const help = await run([...command, "--help"]);
      expect(help.code).toBe(0);
      expect(help.stdout).toContain(`Library: ${id}.`);
      const listed = new Set(`${help.stdout.replace(/^Examples:[\s\S]*/m, "")}${flagsOfAll.stdout}`.match(/--[a-z][\w.-]*/g));
      const typed = examples.flatMap((example) => example.match(/(?<=\s)--[a-z][\w.-]*/g) ?? []);
      const spelled = (flag: string) => [flag, flag.replace("--no-", "--")];
      expect(typed.filter((flag) => !spelled(flag).some((each) => listed.has(each)))).toEqual([]);
      for (const example of examples) {
        const words = [...example.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)]
          .map(([, double, single, plain]) => double ?? single ?? plain ?? "")
          .map((word) => (/\.(png|jpe?g|gif)$/.test(word) ? picture : word))
          .map((word, index, all) => (all[index - 1] === "--output" ? join(pictures, word) : word));
        const { code, stderr } = await run([...words, "--yes"], words.includes("-") ? { stdin: '{"stream_key":"example-key"}' } : {});
        // An example may name a poll or a file that does not exist; only its flags and arguments must be valid.
        const isFault = code === 2 && !/cannot read the file (stage\.png|launch\.yaml|season\/\*\.yaml|dates\.csv)/.test(stderr);
        expect([example, isFault ? stderr : ""]).toEqual([example, ""]);
      }
    },
  );
});
