import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it } from "vitest";
import { readSettings } from "../settings.ts";
import { stepsToMakeApp } from "./app-steps.ts";

const steps = (known: { hasClientId: boolean; port: number | null }) =>
  stepsToMakeApp({ catalog: manifest }, readSettings({}, {}), ["register"], "user", known);

it("the steps to an app of one's own name the redirect address if the port is known, and ask for no client ID that was given", async () => {
  const all = await steps({ hasClientId: false, port: null });
  expect(all).toContain("(http://127.0.0.1:<port>/callback; --port N uses the same port every time)");
  expect(all).toMatch(/\n4\. Bring the client ID here\.$/);
  const known = await steps({ hasClientId: true, port: 8091 });
  expect(known).toContain("\n2. Under OAuth, allow the redirect address http://127.0.0.1:8091/callback.\n3.");
  expect(known).not.toContain("client ID");
});
