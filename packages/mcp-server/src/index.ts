export { describeFailure } from "./failure.ts";
export { describeFlags } from "./flags.ts";
export { describeException, type Log } from "./log.ts";
export { type Figures, type OpenedServer, type OpenServerOptions, openServer, type Team } from "./open-server.ts";
export { runProgram, say } from "./run-program.ts";
export { neededScopes, SCOPES, widen } from "./scopes.ts";
export type { McpServerFactory } from "./sdk.ts";
export { createServerFactory, type ServerFactoryOptions } from "./server-factory.ts";
export { readServerCommand, SERVER_FLAGS } from "./server-options.ts";
