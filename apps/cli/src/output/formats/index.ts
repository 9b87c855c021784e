import type { Format } from "./format.ts";

/** Every form of the data on stdout, by the flag that asks for it; text is what people get without one. */
export const FORMATS = {
  text: { summary: "a table or a card, for people", isJson: false, open: async (context) => (await import("./text.ts")).openText(context) },
  json: {
    summary: "one JSON document on stdout, everything else on stderr",
    isJson: true,
    open: async (context) => (await import("./json.ts")).openJson(context),
  },
  jsonl: { summary: "one line of JSON for each row", isJson: true, open: async (context) => (await import("./json.ts")).openJsonLines(context) },
  csv: {
    summary: "comma-separated rows below a head line",
    isJson: false,
    open: async (context) => (await import("./separated.ts")).openCsv(context),
  },
  tsv: { summary: "tab-separated rows below a head line", isJson: false, open: async (context) => (await import("./separated.ts")).openTsv(context) },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
