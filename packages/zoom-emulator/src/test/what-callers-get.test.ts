import { type ErrorReport, isZoomWebinarError } from "@zoom-webinar/foundation";
import { setUp } from "@zoom-webinar/testing/given-answers";
import type { ArgsOf } from "@zoom-webinar/zoom-client";
import { type EndpointId, endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { expect, test } from "vitest";
import type { Refusal } from "../http/reply.ts";
import { refusals } from "../rules/refusals.ts";

/** What a refusal's words are about, where it is not one text. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  scopesMissing: [4711, ["webinar:read:admin"]],
  fields: [["email"]],
  faults: [[{ field: "email", message: "Invalid field." }]],
};
const all = Object.entries(refusals).map(([name, make]) => {
  const refuse: (...about: never[]) => Refusal = make;
  return { name, refusal: refuse(...((SAMPLES[name] ?? ["X1"]) as never[])) };
});
const ids = Object.keys(endpoints) as EndpointId[];
/** The reference prints 300 as the status of refusals of the dashboards, which is not a status of a refusal; here it is 400, as everywhere. */
const statusOf = (status: number) => (status === 300 ? 400 : status);
const documented = ids.flatMap((id) => endpoints[id].errors.map(([status, code]) => ({ id, status: statusOf(status), code })));

/** What a caller of this endpoint gets, if Zoom refuses in these words. */
const outcome = async (id: EndpointId, refusal: Refusal): Promise<string> => {
  const { status, body, headers } = refusal.toReply();
  const { client } = setUp([{ status, text: JSON.stringify(body), headers: { ...headers } }]);
  const path = Object.fromEntries([...id.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "95312345678"]));
  const error: unknown = await client.call(id, { path } as ArgsOf<EndpointId>).catch((thrown: unknown) => thrown);
  if (!isZoomWebinarError(error)) throw new Error(`${id} ${refusal.message}: not refused`);
  const { code, message, hint = "no hint" }: ErrorReport = error.toReport();
  return `${error.name} ${code}\n    ${message}\n    ${hint}`;
};

test("every refusal that Zoom documents has a code of ours and a way out", async () => {
  const rows: string[] = [];
  for (const { name, refusal } of all) {
    const heard = documented.filter(({ status, code }) => status === refusal.status && code === refusal.code).map(({ id }) => id);
    const groups = new Map<string, EndpointId[]>();
    for (const id of new Set(heard.length === 0 ? (["GET /webinars/{webinarId}"] as const) : heard)) {
      const got = await outcome(id, refusal);
      groups.set(got, [...(groups.get(got) ?? []), id]);
    }
    for (const [got, by] of groups) {
      const where = groups.size === 1 ? "" : ` from ${by.length === 1 ? by[0] : `${by[0]} and ${by.length - 1} more`}`;
      rows.push(`${refusal.status}/${refusal.code} ${name}${where}: ${refusal.message}\n  ${got}`);
    }
  }
  expect(rows.filter((row) => row.includes("no hint"))).toEqual([]);
  // The last hint is for words that Zoom does not document.
  expect(rows.filter((row) => row.includes("Zoom's own words above"))).toEqual([]);
  await expect(`${rows.sort().join("\n\n")}\n`).toMatchFileSnapshot("./what-callers-get.txt");
});

test("no refusal that Zoom documents for an endpoint is missing there", () => {
  const known = new Set(all.map(({ refusal: { status, code } }) => `${status}/${code}`));
  const missing = documented.filter(({ status, code }) => !known.has(`${status}/${code}`)).map(({ id, status, code }) => `${id} ${status}/${code}`);
  expect(missing).toEqual([]);
});
