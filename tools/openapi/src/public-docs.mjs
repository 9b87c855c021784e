#!/usr/bin/env node
// Names what the published packages export without documentation, and options, credentials and errors with a member that has none. `--root DIR`: another tree.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const ROOT = resolve(process.argv.includes("--root") ? process.argv[process.argv.indexOf("--root") + 1] : ".");

/** What a package exports, as the sources that its package.json leads to. */
const entriesOf = (home) => {
  const { private: isPrivate, exports = {} } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  if (isPrivate) return [];
  return Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : [join(home, target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts"))],
  );
};
const entries = readdirSync(join(ROOT, "packages"))
  .map((name) => join(ROOT, "packages", name))
  .filter((home) => existsSync(join(home, "package.json")))
  .flatMap(entriesOf);

const program = ts.createProgram(entries, {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();
/** What one package takes from another is looked at there. */
const isOurs = (file) => /^packages.[\w-]+.src./.test(relative(ROOT, file)) && !file.includes(`${sep}generated${sep}`);
const isDocumented = (symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== "";
const isHidden = (declaration) =>
  ts.isPrivateIdentifier(declaration.name ?? declaration) ||
  (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;

/** Types whose members somebody writes or reads by hand, by their name. */
const IS_WRITTEN_BY_HAND = /(Options|Credentials|Profile|Init|Report|Error)$/;
const membersOf = (symbol) =>
  (symbol.declarations ?? []).flatMap((declaration) => {
    const holder = ts.isTypeAliasDeclaration(declaration) ? declaration.type : declaration;
    const isHolder = ts.isInterfaceDeclaration(holder) || ts.isClassDeclaration(holder) || ts.isTypeLiteralNode(holder);
    return isHolder ? holder.members.filter((member) => member.name && !isHidden(member) && !ts.isComputedPropertyName(member.name)) : [];
  });

const missing = new Set();
const where = (node) => {
  const source = node.getSourceFile();
  return `${relative(ROOT, source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};
for (const entry of entries) {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${relative(ROOT, entry)}: nothing is exported`);
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    if (!declaration || !isOurs(declaration.getSourceFile().fileName)) continue;
    if (!isDocumented(symbol)) missing.add(`${where(declaration)}: ${symbol.name} has no documentation`);
    for (const member of IS_WRITTEN_BY_HAND.test(symbol.name) ? membersOf(symbol) : []) {
      const own = checker.getSymbolAtLocation(member.name);
      if (own && !isDocumented(own)) missing.add(`${where(member)}: ${symbol.name}.${own.name} has no documentation`);
    }
  }
}
for (const fault of [...missing].sort()) console.error(fault);
console.log(missing.size === 0 ? "documentation: every exported name has it, and every option" : `documentation: ${missing.size} missing`);
process.exit(missing.size === 0 ? 0 : 1);
