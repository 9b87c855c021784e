import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";

const open: Emulator[] = [];
afterEach(() => Promise.all(open.splice(0).map((emulator) => emulator.close())));

/** The status of one request, byte for byte. */
const ask = (port: number, target: string, headers: readonly string[], method = "POST"): Promise<number> =>
  new Promise((resolve) => {
    let text = "";
    const head = [`${method} ${target} HTTP/1.1`, ...headers, "Content-Length: 0", "Connection: close"];
    const socket = connect(port, "127.0.0.1", () => socket.write(`${head.join("\r\n")}\r\n\r\n`));
    socket.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    socket.on("close", () => resolve(Number(text.split(" ")[1]))).on("error", () => {});
  });

const start = async (host = "127.0.0.1") => {
  const emulator = createEmulator();
  open.push(emulator);
  const { port } = await emulator.listen({ host });
  return { emulator, port };
};

const EVIL = "evil.example.com";

describe("the controls of an emulator on a port", () => {
  it("answer programs and pages of this very place", async () => {
    const { port } = await start();
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      expect(await ask(port, "/emulator/reset", [`Host: ${name}:${port}`])).toBeLessThan(300);
      expect(await ask(port, "/emulator/reset", [`Host: ${name}:${port}`, `Origin: http://${name}:${port}`])).toBeLessThan(300);
    }
  });

  it("answer no page of another site, and no name that only resolves to this machine", async () => {
    const { emulator, port } = await start();
    const own = `Host: 127.0.0.1:${port}`;
    const refused: readonly (readonly [target: string, headers: readonly string[]])[] = [
      ["/emulator/reset", [`Host: ${EVIL}:${port}`]],
      ["/emulator/reset", [`Host: ${EVIL}`, `Origin: http://${EVIL}`]],
      ["/emulator/reset", [own, `Origin: https://${EVIL}`]],
      ["/emulator/reset", [own, "Origin: null"]],
      ["/emulator/reset", [own, "Origin: http://127.0.0.1:1"]],
      ["/emulator/reset", [own, "Sec-Fetch-Site: cross-site"]],
      ["/emulator/reset", [own, "Sec-Fetch-Site: same-site"]],
      ["/emulator/reset", [own, `Host: ${EVIL}`]],
      [`http://127.0.0.1:${port}/emulator/reset`, [own]],
      ["/x/../emulator/reset", [`Host: ${EVIL}`]],
      ["/x/%2e%2e/emulator/reset", [`Host: ${EVIL}`]],
      ["//x/../emulator/reset", [`Host: ${EVIL}`]],
    ];
    await emulator.controls.setScopes(["webinar:read:webinar"]);
    const seen = async () => (await emulator.state.summary()).scopes;
    const before = await seen();
    for (const [target, headers] of refused) expect(await ask(port, target, headers), `${target} ${headers}`).toBeGreaterThanOrEqual(400);
    for (const method of ["GET", "DELETE"]) expect(await ask(port, "/emulator/webhooks", [own, `Origin: https://${EVIL}`], method)).toBe(403);
    expect(await seen()).toEqual(before);
  });

  it("answer neighbours if it listens for them, by names that no site has", async () => {
    const { port } = await start("0.0.0.0");
    expect(await ask(port, "/emulator/reset", [`Host: zoom-emulator:${port}`])).toBeLessThan(300);
    expect(await ask(port, "/emulator/reset", [`Host: 10.0.0.7:${port}`])).toBeLessThan(300);
    expect(await ask(port, "/emulator/reset", [`Host: ${EVIL}:${port}`])).toBe(403);
  });

  it("are the only part that asks: Zoom's API is Zoom's, whatever the name", async () => {
    const { port } = await start();
    expect(await ask(port, "/v2/users", ["Host: api.zoom.us", `Origin: https://${EVIL}`], "GET")).toBe(401);
  });
});
