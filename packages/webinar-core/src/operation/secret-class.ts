/** Classes of secret fields, least first; marks come from our OpenAPI document and from `params.ts`. */
export type SecretClass = "shared" | "personal" | "host";
