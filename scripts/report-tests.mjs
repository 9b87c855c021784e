#!/usr/bin/env node
// Prints the counts of the last `vitest run` as one plain line, which CI's log reader understands.
import { readFileSync } from "node:fs";

const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync("node_modules/.vitest-report.json", "utf8"));
console.log(`${numPassedTests} passed, ${numFailedTests} failed${numPendingTests ? `, ${numPendingTests} skipped` : ""}`);
process.exit(numFailedTests > 0 || numPassedTests === 0 ? 1 : 0);
