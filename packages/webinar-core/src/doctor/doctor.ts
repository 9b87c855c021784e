import type { Catalog } from "../operation/catalog.ts";
import { aText, type OptionReaders, optionThat, orNull, readOptions } from "../operation/known-options.ts";
import { scopesBeyond } from "../scopes/beyond.ts";
import { needsInUse } from "../scopes/in-use.ts";
import type { Session } from "../session/session.ts";
import { type DoctorLiveAudit, type DoctorReport, type Finding, toReport } from "./finding.ts";
import { auditLive } from "./live.ts";
import { checkProxy, checkTimeZones, checkVersions } from "./machine.ts";
import {
  apiAddress,
  checkAddOns,
  checkAddresses,
  checkClock,
  checkCredentials,
  checkRate,
  checkScopes,
  checkToken,
  type Host,
  staysHere,
} from "./zoom.ts";

/** What to look at. */
export interface DoctorOptions {
  /** Tasks, resources or operations in use (`plan`, `registrants`, `webinars.list`). Default: all that the session allows. */
  for?: readonly string[] | undefined;
  /** Default: process.env. Only the proxy's variables are read. */
  env?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Also make and remove one throwaway webinar, to see what this account does where Zoom's documents are silent: `describeLiveAudit` says what is done.
   * Default: no. Not done if what was looked at before is an error.
   */
  liveAudit?: DoctorLiveAudit | undefined;
  /** Version of the program that asks. */
  version?: string | null | undefined;
}

const anObject = optionThat("an object", (value) => typeof value === "object" && value !== null);
const READERS: OptionReaders<DoctorOptions> = {
  for: optionThat("a list of text", (value) => Array.isArray(value) && value.every((word) => typeof word === "string")),
  env: anObject,
  liveAudit: anObject,
  version: orNull(aText),
};

/**
 * Checks everything, from credentials to add-ons, and says what to do if something does not work. Reads only, at most a dozen small requests,
 * unless a live audit is asked for; what it finds is a finding, not an error. Throws `InputError` for words of `for` that name nothing, and in a live audit
 * what `agree` throws, `CancelledError`, and `PartialError` that names a webinar which could not be removed after it.
 */
export const doctor = async (session: Session, catalog: Catalog, given: DoctorOptions = {}): Promise<DoctorReport> => {
  const options = readOptions(READERS, given);
  const words = options.for ?? [];
  const needs = await needsInUse(catalog, session, words);
  const credentials = await checkCredentials(session);
  const scopes = () => checkScopes(session, needs, words.length > 0, (unused) => scopesBeyond(unused, catalog, session, words));
  const { findings, hosts } = credentials.severity === "error" ? { findings: [], hosts: [] } : await lookAtZoom(session, scopes);
  findings.unshift(credentials);
  if (!(await staysHere(session))) findings.push(checkProxy(options.env ?? process.env, await apiAddress(session)));
  findings.push(checkVersions(options.version ?? null), checkTimeZones(hosts.flatMap(({ timezone }) => timezone ?? [])));
  if (options.liveAudit === undefined) return toReport(findings);
  const { finding: live, report } = await auditLive(session, toReport(findings), options.liveAudit);
  return { ...toReport([...findings, live]), live_audit: report };
};

const lookAtZoom = async (session: Session, scopes: () => Promise<Finding>): Promise<{ findings: Finding[]; hosts: readonly Host[] }> => {
  const { finding, hosts, works } = await checkToken(session);
  const addresses = await checkAddresses(session);
  if (!works) return { findings: [finding, addresses, checkClock(session)], hosts };
  const addOns = await checkAddOns(session, hosts);
  return { findings: [finding, addresses, checkClock(session), await scopes(), addOns, checkRate(session)], hosts };
};
