// Stands for an assistant in tests: does the first task over HTTP, as its words on stdin ask.
import { text } from "node:stream/consumers";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const asked = await text(process.stdin);
if (!asked.includes("Today is 2027-02-01.")) throw new Error("nobody says which day it is");
const client = new Client({ name: "fake", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
await client.connect(new StreamableHTTPClientTransport(new URL(process.env.EVAL_MCP_URL)));
const { structuredContent } = await client.callTool({
  name: "create_webinar",
  arguments: {
    user_id: "ada@example.com",
    topic: "Spring preview",
    start_time: "2027-03-09T10:00",
    timezone: "Europe/Berlin",
    duration: 75,
    registration: process.argv[2] ?? "manual",
    agenda: "A first look at what we ship in spring.",
  },
});
console.log(`It stands: ${structuredContent.webinar.registration_url}`);
await client.close();
