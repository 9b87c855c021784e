/** What leaves this machine, and where it goes. */
export const LEAVES = [
  "To Zoom (api.zoom.us and zoom.us, or the region's host): what an operation sends, such as names and addresses of people who are registered or invited.",
  "To the assistant that calls a tool over MCP, and to the company that runs it: the tool's answer, with the names and addresses in it. Exports to a file, --no-names and --lockdown keep them here.",
  "To whoever may read a file that you name: exports, results, reports and logs are private (0600), and nobody sends them on.",
] as const;

/** What never leaves, whatever is set. */
export const NEVER_LEAVES = [
  "Telemetry: there is none. Nothing is sent to the makers of this product.",
  "Credentials and tokens: they go to Zoom alone, and are in no answer, log or error.",
  "Journals, cursors and the key of pseudonyms: they stay in the state folder.",
  "Names and addresses in the log and the audit: their lines hold ids, codes and times.",
] as const;
