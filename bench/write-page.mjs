// docs/benchmarks.md, from the figures of one run.
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { holds, inDigits } from "./figures.mjs";

const PAGE = resolve(fileURLToPath(import.meta.url), "../../docs/benchmarks.md");

const shown = (figure) => `${inDigits(figure)} ${figure.unit === "x" ? "times" : figure.unit}`;

const targetOf = ({ most, least, unit }) => {
  if (most === undefined && least === undefined) return "";
  return `${most === undefined ? "at least" : "at most"} ${most ?? least}${unit === "x" ? "" : ` ${unit}`}`;
};

const rowOf = (figure) =>
  `| ${figure.name} | ${shown(figure)} | ${figure.baseline === "none" ? "" : figure.baseline} | ${targetOf(figure)} | ${
    figure.most === undefined && figure.least === undefined ? "" : holds(figure) ? "yes" : "no"
  } |`;

/** Writes the page. */
export const writePage = (figures) => {
  const [{ model }] = cpus();
  const machine = `${cpus().length} processors (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const text = `# Benchmarks

How fast Zoom Webinar is, next to what it is built on. Each figure is a ratio to a baseline that ran at the same time on the same machine, because seconds
alone say little about another machine. Figures without a baseline are limits.

Measured on ${new Date().toISOString().slice(0, 10)} with ${machine}; load when it ended: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}. A load above the number of processors means that other programs ran too, and that figures scatter more.

| What | Measured | Against | Target | Holds |
| --- | --- | --- | --- | --- |
${figures.map(rowOf).join("\n")}

To measure on your machine: \`pnpm bench\` prints the table, \`--json\` the figures, \`--write\` this page. The scripts are in \`bench/\`; each says at its top what it
measures, and runs alone: \`node bench/pages.mjs --check\`. CI runs \`pnpm bench --short\` and fails if a figure is far from its target twice in a row.
`;
  writeFileSync(PAGE, text);
};
