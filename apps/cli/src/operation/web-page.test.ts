import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { openBrowser, openerOf } from "../browser/open-browser.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = (opens: boolean) => {
  const links: string[] = [];
  const emulator = demoZoom();
  const openLink = async (url: string) => {
    links.push(url);
    return opens;
  };
  return { links, emulator, cli: cliOf({ catalog: manifest, emulator, openLink }) };
};

describe("--web", () => {
  it("opens the page in Zoom's portal, and reads nothing", async () => {
    const { cli, links, emulator } = setUp(true);
    expect(await cli("registrants list 82834512568 --web")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Opened in the browser: https://zoom.us/webinar/82834512568\n",
    });
    await cli("webinars list --host ada@example.com --web");
    await cli(["registrants", "list", "828 3451 2568", "--web"]);
    expect(links).toEqual(["https://zoom.us/webinar/82834512568", "https://zoom.us/webinar/list", "https://zoom.us/webinar/82834512568"]);
    expect(emulator.requests().filter(({ path }) => path.startsWith("/v2/"))).toEqual([]);
  });

  it("prints the address if there is no browser", async () => {
    const { cli } = setUp(false);
    expect(await cli("webinars get 82834512568 --web")).toEqual({
      code: 0,
      stdout: "https://zoom.us/webinar/82834512568\n",
      stderr: "Open it in a browser:\n",
    });
    expect(JSON.parse((await cli("webinars get 82834512568 --web --json")).stdout)).toEqual({
      url: "https://zoom.us/webinar/82834512568",
      opened: false,
    });
  });

  it("finds the webinar by its name, and is not part of a write", async () => {
    const { cli, links } = setUp(true);
    expect((await cli(["webinars", "get", "Product tour: what is new", "--web"])).code).toBe(0);
    expect(links).toEqual(["https://zoom.us/webinar/82834512568"]);
    expect((await cli("webinars delete 82834512568 --web")).stderr).toContain("--web: unknown flag");
  });

  it("keeps what a person typed inside one argument, and opens web addresses only", async () => {
    const { cli, links } = setUp(true);
    const { code } = await cli(["registrants", "list", "82834512568;calc&$(id)", "--web"]);
    expect([code, links]).toEqual([2, []]);
    const io = { openLink: async () => true };
    for (const url of ["file:///etc/passwd", "javascript:1", "-h", "zoom.us"]) expect(await openBrowser(url, io as never)).toBe(false);
    expect(openerOf("win32")).toEqual(["rundll32", "url.dll,FileProtocolHandler"]);
  });
});
