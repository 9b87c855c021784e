// The licences of everything that a bundle holds, read from the packages that its modules come from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Folders of the packages outside this repository that took part in a bundle. */
const packageFolders = (modules) => {
  const folders = new Set();
  for (const input of modules) {
    const at = input.lastIndexOf("node_modules/");
    if (at === -1) continue;
    let folder = dirname(resolve(input));
    // Some packages have a package.json without a name in a subfolder, which only says what kind of modules lie there.
    while (!existsSync(join(folder, "package.json")) || !JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version)
      folder = dirname(folder);
    folders.add(folder);
  }
  return [...folders];
};

const LICENSE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** The package's name, version, licence and the text of it. Throws if it has no licence text and no licence name. */
const describe = (folder) => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => LICENSE.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const spdx = typeof license === "string" ? license : license?.type;
  if (!spdx && texts.length === 0) throw new Error(`${name} ${version} says nothing about its licence`);
  const holder = typeof author === "string" ? author : author?.name;
  const text =
    texts.length > 0 ? texts.join("\n\n") : `Licence: ${spdx}${holder ? `\nCopyright (c) ${holder}` : ""}\n(The package holds no text of it.)`;
  return { name, version, spdx: spdx ?? "see below", text };
};

/** Every package of a bundle with its licence, by name. */
export const thirdParties = (modules) =>
  packageFolders(modules)
    .map(describe)
    .sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`));

/** The text of THIRD-PARTY-NOTICES. */
export const noticesOf = (parties) =>
  [
    "This program holds code of the packages below, each under its own licence.",
    ...parties.map(({ name, version, spdx, text }) => `${"-".repeat(80)}\n${name} ${version} (${spdx})\n\n${text}`),
    "",
  ].join("\n\n");
