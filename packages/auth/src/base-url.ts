import { InputError } from "@zoom-webinar/foundation";

/** Zoom's hosts: everything below these two. */
const ZOOM_DOMAINS = ["zoom.us", "zoomgov.com"];
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for an address of this machine. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** True for hosts that our secrets may be sent to without the operator's word: Zoom over https, or this machine. */
const isTrusted = (url: URL): boolean => {
  if (isLoopback(url)) return url.protocol === "http:" || url.protocol === "https:";
  return url.protocol === "https:" && ZOOM_DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
};

/**
 * Checks a base URL that a token or a client secret would be sent to and returns it without a trailing slash. `name` is the setting at fault.
 * Throws `InputError` for anything but Zoom over https or loopback, unless `allowAnyHost` (the operator's `--allow-base-url`), which still wants https.
 */
export const assertBaseUrl = (name: string, text: string, { allowAnyHost = false } = {}): string => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`${name} is not a URL.`, [{ field: name, message: "expected something like https://api.zoom.us/v2" }], {
      hint: "Leave it out to use Zoom's own address.",
    });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new InputError(`${name} must be a plain address, without user, query or fragment.`, [
      { field: name, message: "plain https address expected" },
    ]);
  }
  if (!isTrusted(url) && !(allowAnyHost && url.protocol === "https:")) {
    throw new InputError(
      `${name} names ${url.protocol}//${url.hostname}, which is neither Zoom over https nor this machine.`,
      [{ field: name, message: "must be below zoom.us or zoomgov.com, or loopback" }],
      { hint: "If this host is meant to see your Zoom credentials, start with --allow-base-url (in a program: allowBaseUrl: true)." },
    );
  }
  return url.href.replace(/\/+$/, "");
};
