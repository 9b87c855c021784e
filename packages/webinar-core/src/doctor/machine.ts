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

/** A proxy's address without the name and password that it may hold. */
const withoutUser = (address: string): string => {
  try {
    const url = new URL(address.includes("://") ? address : `http://${address}`);
    return `${url.protocol}//${url.host}`;
  } catch {
    return "(not an address)";
  }
};

/** The proxy that requests go through, and certificates that are trusted besides the usual ones. */
export const checkProxy = (env: Variables): Finding => {
  const proxy = env.https_proxy || env.HTTPS_PROXY || undefined;
  const exceptions = env.no_proxy || env.NO_PROXY || undefined;
  const certificates = env.NODE_EXTRA_CA_CERTS || undefined;
  const details = {
    https_proxy: proxy === undefined ? null : withoutUser(proxy),
    no_proxy: exceptions ?? null,
    extra_ca_certs: certificates ?? null,
  };
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    return finding("proxy", "warning", "NODE_TLS_REJECT_UNAUTHORIZED=0: anybody on the way can read the token", {
      hint: "Unset it; NODE_EXTRA_CA_CERTS takes your proxy's certificate.",
      details,
    });
  }
  const parts = [
    proxy === undefined ? "no proxy" : `proxy ${withoutUser(proxy)}`,
    ...(certificates === undefined ? [] : [`certificates of ${certificates}`]),
  ];
  return finding("proxy", "ok", parts.join(", "), { details });
};
