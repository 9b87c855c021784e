import type { Catalog, EmbeddedZoom, FileRenderers, OpenedSession, OpenSessionOptions } from "@zoom-webinar/webinar-core/doors";
import type { Defaults } from "./config/defaults.ts";
import type { Io } from "./io.ts";

/** What the command line is made of, and what a command needs of the person's own. */
export interface CommandLineDeps extends CliDeps {
  readonly defaults: Defaults;
}

/** What the command line is made of; tests put their own in. */
export interface CliDeps {
  catalog: Catalog;
  io: Io;
  version: string;
  /** Where the person's own settings are kept. */
  configFolder(): Promise<string>;
  openSession(options: OpenSessionOptions): Promise<OpenedSession>;
  /** What makes the files that operations name, each loaded when it is asked for. */
  renderers: FileRenderers;
  /** The emulator for `--emulator`, with its state in a folder. */
  loadEmulator(folder: string): Promise<EmbeddedZoom>;
}
