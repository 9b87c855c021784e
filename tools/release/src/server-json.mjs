// What an MCP registry is told of our stdio server.
const SECRET = { isRequired: false, isSecret: true };

/** Variables that a person sets in a client, in the order that forms show them. */
export const CREDENTIALS = [
  { name: "ZOOM_ACCOUNT_ID", title: "Account ID", description: "Account ID of your Server-to-Server OAuth app" },
  { name: "ZOOM_CLIENT_ID", title: "Client ID", description: "Client ID of the same app" },
  { name: "ZOOM_CLIENT_SECRET", title: "Client secret", description: "Client secret of the same app" },
];

/** The name under which a registry knows the server: it has to stand in the published package as `mcpName`, too. */
export const registryName = ({ registryNamespace }) => `${registryNamespace || "undecided"}/zoom-webinar`;

/** server.json for a release. While the repository is not decided, it says nothing of one. */
export const serverJson = (release, version) => ({
  $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  name: registryName(release),
  title: "Zoom Webinar",
  description: "Run Zoom webinars: plan, register people, manage panelists and polls, and see who came.",
  version,
  ...(release.repository === "" ? {} : { repository: { url: release.repository, source: "github" } }),
  packages: [
    {
      registryType: "npm",
      identifier: "zoom-webinar",
      version,
      runtimeHint: "npx",
      transport: { type: "stdio" },
      packageArguments: [
        { type: "positional", value: "mcp" },
        { type: "positional", value: "serve" },
      ],
      environmentVariables: CREDENTIALS.map(({ name, description }) => ({ name, description, ...SECRET })),
    },
  ],
});
