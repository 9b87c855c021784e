import { InputError, readText } from "@zoom-webinar/foundation";

import { CREDENTIAL_VARIABLES } from "./credentials.ts";

/** Variables that may instead be given as a file's name, as containers give secrets: `ZOOM_CLIENT_SECRET_FILE=/run/secrets/zoom`. */
const FROM_FILES = [...Object.values(CREDENTIAL_VARIABLES), "ZOOM_ACCESS_TOKEN"];
const MOST_CHARACTERS = 10_000;

/**
 * The variables, with those in them that name a file of a secret replaced by what it holds, without the line end. Its mode is not looked at: a container's
 * runtime decides it. Throws `InputError` if a file cannot be read, is empty or is no one line, and if a variable is given both ways.
 */
export const withSecretFiles = (variables: Readonly<Record<string, string>>): Record<string, string> => {
  const found = { ...variables };
  for (const name of FROM_FILES) {
    const variable = `${name}_FILE`;
    const path = found[variable];
    if (path === undefined) continue;
    if (found[name] !== undefined) throw InputError.at(variable, `${name} is set as well`, "Set one of the two.");
    found[name] = readSecret(variable, path);
    delete found[variable];
  }
  return found;
};

const readSecret = (variable: string, path: string): string => {
  const secret = readText(path, variable, undefined, 4 * MOST_CHARACTERS).replace(/\r?\n$/, "");
  if (secret.trim() === "" || /[\r\n]/.test(secret) || secret.length > MOST_CHARACTERS)
    throw InputError.at(variable, `${path} holds no secret`, "One line with the secret, and nothing else.");
  return secret;
};
