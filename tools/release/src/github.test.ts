import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { validateWorkflow } from "@action-validator/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = resolve(import.meta.dirname, "../../..");
const WORKFLOWS = join(ROOT, ".github/workflows");
const FORMS = join(ROOT, ".github/ISSUE_TEMPLATE");

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { "timeout-minutes"?: number; steps: Step[] }>;
}

/** Files of ours that a command names. */
const filesIn = (command: string): string[] => command.match(/(?:scripts|tools|\.ci)\/[\w./-]*\w/g) ?? [];

/** What GitHub refuses in a workflow, and what we refuse. */
const faultsOf = (text: string): string[] => {
  const { errors } = validateWorkflow(text);
  if (errors.length > 0) return errors.map(({ title, detail = "" }) => `${title} ${detail}`.trim());
  const { permissions, jobs } = parse(text) as Workflow;
  return [
    ...(permissions === undefined ? ["it does not say what its token may do"] : []),
    ...Object.entries(jobs).flatMap(([name, job]) => [
      ...(job["timeout-minutes"] === undefined ? [`${name} may run for six hours`] : []),
      ...job.steps.flatMap(({ uses, run = "", with: given }) => [
        ...(uses !== undefined && !/^[\w.-]+\/[\w./-]+@(v\d+|[0-9a-f]{40})$/.test(uses) ? [`${uses} is no version`] : []),
        ...filesIn([run, ...Object.values(given ?? {}).map(String)].join("\n"))
          .filter((file) => !existsSync(join(ROOT, file)))
          .map((file) => `${file} is not there`),
      ]),
    ]),
  ];
};

describe("workflows", () => {
  it.each(readdirSync(WORKFLOWS))("%s is one that GitHub takes, bounded, and runs what is there", (name) => {
    expect(faultsOf(readFileSync(join(WORKFLOWS, name), "utf8"))).toEqual([]);
  });

  const good = readFileSync(join(WORKFLOWS, "ci.yml"), "utf8");
  it.each([
    ["runs-on: ubuntu-24.04", "runs-off: ubuntu-24.04", /./],
    ["permissions:\n  contents: read\n", "", "may do"],
    ["    timeout-minutes: 40\n", "", "six hours"],
    ["actions/checkout@v4", "actions/checkout@main", "is no version"],
    ["bash .ci/run", "bash .ci/walk", ".ci/walk is not there"],
  ] as const)("is at fault with %j as %j", (from, to, fault) => {
    const changed = good.replace(from, to);
    expect(changed).not.toBe(good);
    expect(faultsOf(changed)).toEqual([typeof fault === "string" ? expect.stringContaining(fault) : expect.stringMatching(fault)]);
  });
});

interface Field {
  type: string;
  id?: string;
  attributes?: { label?: string; value?: string; options?: unknown[] };
}

/** What GitHub asks of a form for issues (its "Syntax for GitHub's form schema"): a form at fault is not offered, and nobody is told. */
const formFaultsOf = (text: string): string[] => {
  const { name, description, body } = parse(text) as { name?: string; description?: string; body?: Field[] };
  const fields = body ?? [];
  const ids = fields.flatMap(({ id }) => id ?? []);
  return [
    ...(name === undefined || description === undefined ? ["it has no name or no description"] : []),
    ...(fields.some(({ type }) => type !== "markdown") ? [] : ["it asks nothing"]),
    ...(new Set(ids).size === ids.length ? [] : ["two fields have one id"]),
    ...fields.flatMap(({ type, attributes = {} }) => {
      if (!["markdown", "textarea", "input", "dropdown", "checkboxes"].includes(type)) return [`${type} is no kind of field`];
      if (type === "markdown") return attributes.value === undefined ? ["a markdown without a value"] : [];
      return [
        ...(attributes.label === undefined ? [`a ${type} without a label`] : []),
        ...(["dropdown", "checkboxes"].includes(type) && !attributes.options?.length ? [`a ${type} without options`] : []),
      ];
    }),
  ];
};

describe("forms for issues", () => {
  const forms = readdirSync(FORMS).filter((name) => name !== "config.yml");
  it.each(forms)("%s is one that GitHub offers", (name) => {
    expect(formFaultsOf(readFileSync(join(FORMS, name), "utf8"))).toEqual([]);
  });

  const good = readFileSync(join(FORMS, "bug.yml"), "utf8");
  it.each([
    [/^description:.*$/m, "", "it has no name or no description"],
    ["type: input", "type: text", "text is no kind of field"],
    ["id: version", "id: what", "two fields have one id"],
    ["label: What you expected", "title: What you expected", "a textarea without a label"],
    [/options: \[command line.*\]/, "options: []", "a dropdown without options"],
  ])("is at fault with %s as %j", (from, to, fault) => {
    const changed = good.replace(from, to);
    expect(changed).not.toBe(good);
    expect(formFaultsOf(changed)).toEqual([fault]);
  });

  it("sends nobody to an address that is not decided", () => {
    expect(parse(readFileSync(join(FORMS, "config.yml"), "utf8"))).toEqual({ blank_issues_enabled: true });
  });
});
