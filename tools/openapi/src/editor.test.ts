import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const FILE = join(ROOT, "packages/webinar-core/src/editor-sample.ts");
const CODE = `import type { ZoomWebinar } from "./connect.ts";
declare const zoom: ZoomWebinar;
const made = await zoom.webinars.create({ user_id: "me", topic: "Tides", start_time: "2027-03-01T10:00", full: true });
made.starts;
`;

/** What an editor shows of a name in the sample. */
const documentationOf = (service: ts.LanguageService, name: string): string =>
  ts.displayPartsToString(service.getQuickInfoAtPosition(FILE, CODE.indexOf(name))?.documentation ?? []);

it("an editor shows documentation on methods of the library, on what they take and on what they answer", () => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ESNext,
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === FILE ? CODE : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === FILE || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  };
  const service = ts.createLanguageService(host);
  expect(documentationOf(service, "create(")).toContain("Schedule a webinar for a host.");
  expect(documentationOf(service, "start_time:")).toContain("Wall time 2032-03-01T10:00");
  expect(documentationOf(service, "full:")).toContain("All fields");
  expect(documentationOf(service, "starts;")).toContain("How start_time was read");
}, 120_000);
