import { CREDENTIAL_VARIABLES } from "../credentials.ts";

/** How a hint calls the parts of an app, so that whoever gave them finds them again. */
export interface CredentialNames {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where they are, behind their names, with a space before it; empty if the names say it. */
  readonly where: string;
  /** True: a program passed them. */
  readonly isPassed?: boolean;
}

const PLAIN = { accountId: "the account ID", clientId: "the client ID", clientSecret: "the client secret" };

const FILES: Readonly<Record<string, string>> = { ".env": " in .env of the working directory", "--dotenv": " in the file of --dotenv" };

const PROFILE = "profile ";

/** The names of credentials by their source, as `findCredentials` says it; "options": a program passed them. */
export const credentialNames = (source: string | null): CredentialNames => {
  if (source === "environment") return { ...CREDENTIAL_VARIABLES, where: "" };
  if (source !== null && FILES[source] !== undefined) return { ...CREDENTIAL_VARIABLES, where: FILES[source] };
  if (source === "options")
    return { accountId: "accountId", clientId: "clientId", clientSecret: "clientSecret", where: " of the credentials passed in", isPassed: true };
  if (source === null || !source.startsWith(PROFILE)) return { ...PLAIN, where: "" };
  const login = `zoom-webinar auth login --server-to-server --profile ${source.slice(PROFILE.length)}`;
  return { ...PLAIN, where: ` of ${source} (${login} replaces them)` };
};
