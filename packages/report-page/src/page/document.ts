import { createHash } from "node:crypto";
import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { safeText } from "../format.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing may be loaded, and nothing run but our own script: what strangers typed stays text even if a reader's browser were fooled. */
const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** HTML lets these end tags and quotes be left out; with thousands of people they are a quarter of the page. In text a "<" is always escaped. */
const withoutIdleMarkup = (html: string): string =>
  html
    .replaceAll(/<\/(?:td|th|tr)>/g, "")
    .replaceAll('<th scope="row">', "<th scope=row>")
    .replaceAll(/<td data-v="(\d+)">/g, "<td data-v=$1>");

/** The whole page. `title` is what a stranger typed; it is escaped here. */
export const toDocument = ({ title, body }: { title: string; body: VNode }): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${renderToString(h("title", null, `${safeText(title)} – attendance`))}
<style>${STYLE}</style>
</head>
<body>
${withoutIdleMarkup(renderToString(body))}
<script>${SCRIPT}</script>
</body>
</html>
`;
