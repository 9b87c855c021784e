import { existsSync } from "node:fs";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { proxyFor } from "@zoom-webinar/zoom-client";
import { type Finding, finding } from "./finding.ts";

type Variables = Readonly<Record<string, string | undefined>>;

const NEEDED_NODE = [20, 19] as const;

/** Versions, and whether this Node is new enough. */
export const checkVersions = (version: string | null, nodeVersion = process.versions.node): Finding => {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const details = { zoom_webinar: version, node: nodeVersion, platform: `${process.platform} ${process.arch}` };
  const isNew = major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
  const message = `${version === null ? "" : `zoom-webinar ${version}, `}Node ${nodeVersion}`;
  if (isNew) return finding("versions", "ok", message, { details });
  return finding("versions", "error", `${message} is too old`, {
    hint: `Install Node ${NEEDED_NODE.join(".")} or later.`,
    code: "internal",
    details,
  });
};

/** Rules that changed lately, with an instant at which an older table is wrong. */
const LATE_RULES = [
  {
    region: "Alberta",
    zone: "America/Edmonton",
    otherNames: ["America/Yellowknife", "Canada/Mountain"],
    at: "2026-12-15T12:00:00Z",
    hour: 6,
  },
  { region: "British Columbia", zone: "America/Vancouver", otherNames: ["Canada/Pacific"], at: "2026-12-15T12:00:00Z", hour: 5 },
];
const hourIn = (zone: string, at: string): number =>
  Number(new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", hourCycle: "h23" }).format(new Date(at)));

/** Whether this Node knows the rules of time zones that changed lately. `zones`: those of the hosts; what it does not know matters to a host who is there. */
export const checkTimeZones = (zones: readonly string[], hourOf = hourIn, version = process.versions.tz ?? null): Finding => {
  const late = LATE_RULES.filter(({ zone, at, hour }) => hourOf(zone, at) !== hour);
  const behind = late.map(({ region }) => region);
  const details = { version, behind };
  const message = `This Node has the rules${version === null ? "" : ` of ${version}`}`;
  if (behind.length === 0) return finding("time_zones", "ok", message, { details });
  const off = `${message}: times in ${behind.join(" and ")} may be one hour off`;
  const isThere = late.some(({ zone, otherNames }) => [zone, ...otherNames].some((name) => zones.includes(name)));
  return finding("time_zones", "note", off, {
    hint: isThere ? "Hosts of this account are there: use the newest release of Node." : null,
    details,
  });
};

/** The proxy for requests that leave this machine, found by the client's own rule, and certificates that are trusted besides the usual ones. */
export const checkProxy = (env: Variables, api: string): Finding => {
  const certificates = env.NODE_EXTRA_CA_CERTS || null;
  const exceptions = env.no_proxy || env.NO_PROXY || null;
  const host = new URL(api).hostname;
  let proxy: string | null;
  try {
    proxy = proxyFor(new URL(api), env)?.name ?? null;
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    return finding("proxy", "error", error.message, { hint: error.hint ?? null, code: error.code });
  }
  const details = { proxy, no_proxy: exceptions, extra_ca_certs: certificates };
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    return finding("proxy", "warning", "NODE_TLS_REJECT_UNAUTHORIZED=0: anybody on the way can read the token", {
      hint: "Unset it; NODE_EXTRA_CA_CERTS takes your proxy's certificate.",
      details,
    });
  }
  if (certificates !== null && !existsSync(certificates)) {
    return finding("proxy", "warning", `NODE_EXTRA_CA_CERTS names ${certificates}, which is not there`, {
      hint: "Node ignores it then: correct the path, or unset it.",
      details,
    });
  }
  const parts = [
    proxy === null ? `Requests go straight to ${host}, without a proxy` : `Requests to ${host} go through the proxy ${proxy}`,
    ...(certificates === null ? [] : [`certificates of ${certificates}`]),
  ];
  return finding("proxy", "ok", parts.join(", "), { details });
};
