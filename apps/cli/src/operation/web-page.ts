import type { OpenedSession } from "@zoom-webinar/webinar-core/doors";
import { openBrowser } from "../browser/open-browser.ts";
import type { Io } from "../io.ts";
import type { CliOutput } from "../output/output.ts";

/** Opens a page of Zoom's portal, or prints its address if there is no browser to open it in. */
export const showWebPage = async (page: string, { session, source }: OpenedSession, io: Io, output: CliOutput): Promise<void> => {
  const url = new URL(page, `${portalOf(session.account.inForce.apiBaseUrl)}/`).href;
  // The emulator has no pages, and its ids are nobody's on Zoom.
  const isOpened = source !== "emulator" && (await openBrowser(url, io));
  await output.show({
    value: { url, opened: isOpened },
    sentence: isOpened
      ? `Opened in the browser: ${url}`
      : source === "emulator"
        ? "The emulator has no pages; on Zoom it is:"
        : "Open it in a browser:",
    text: () => (isOpened ? "" : `${url}\n`),
  });
};

/** Government accounts have a Zoom of their own. */
const portalOf = (apiBaseUrl: string | undefined): string =>
  apiBaseUrl !== undefined && new URL(apiBaseUrl).hostname.endsWith("zoomgov.com") ? "https://www.zoomgov.com" : "https://zoom.us";
