import { expect, it } from "vitest";
import { connect } from "../connect.ts";
import { manifest } from "../generated/manifest.ts";
import { notInZoom, unknownOperation } from "./unknown-operation.ts";

it.each(notInZoom)("$tool is not there, and the error says why and what to do", async ({ id, tool, why, instead }) => {
  expect(manifest.some((entry) => entry.id === id || entry.tool === tool)).toBe(false);
  for (const name of [id, tool]) {
    expect(unknownOperation(name, manifest)).toMatchObject({ code: "not_found", message: expect.stringContaining(why), hint: instead });
  }
  const zoom = await connect({ env: {} });
  await expect(zoom.run(id, {})).rejects.toMatchObject({ code: "not_found", hint: instead });
  await zoom.close();
});

it("names operations that exist as the way out", () => {
  for (const { instead } of notInZoom) {
    for (const [id] of instead.matchAll(/\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+\b/g)) expect(manifest.map((entry) => entry.id)).toContain(id);
  }
});

it("offers the nearest name for one that was mistyped", () => {
  expect(unknownOperation("list_panelist", manifest)).toMatchObject({ hint: expect.stringContaining("Did you mean list_panelists?") });
  expect(unknownOperation("panelists.ad", manifest)).toMatchObject({ hint: expect.stringContaining("Did you mean panelists.add?") });
  expect(unknownOperation("entirely different words", manifest).hint).toBe("The list of operations has them all.");
});
