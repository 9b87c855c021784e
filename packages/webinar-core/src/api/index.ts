export { apiInput, apiOperation } from "./api-operation.ts";
export { readApiPath } from "./api-path.ts";
