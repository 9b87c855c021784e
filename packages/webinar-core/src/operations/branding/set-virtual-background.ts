import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const setVirtualBackground = endpointOperation("PATCH /webinars/{webinarId}/branding/virtual_backgrounds", {
  id: "branding.setVirtualBackground",
  tool: "set_virtual_background",
  summary: "Choose the virtual background that panelists of a webinar start with, or none.",
  alsoKnownAs: `
    choose the background, default virtual background, set the backdrop, which background panelists start with, use this background,
    switch the virtual background, select a background, no virtual background, change the default background, apply a backdrop,
    use the company background, pick a background for speakers, default background, same background for everyone, panelists' backdrop,
    no background`,
  cli: { positional: ["webinar_id", "id"], examples: ["branding set-virtual-background 82834512568 dsghfkhaewfds"] },
  describe: ({ webinar_id }, { id }) => `${id === undefined ? "No default background" : `Background ${id} is the default`} in webinar ${webinar_id}`,
});
