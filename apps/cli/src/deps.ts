import type { Catalog, EmbeddedZoom, FileRenderers, OpenedSession, OpenSessionOptions } from "@zoom-webinar/webinar-core/doors";
import type { Io } from "./io.ts";

/** What the command line is made of; tests put their own in. */
export interface CliDeps {
  catalog: Catalog;
  io: Io;
  version: string;
  openSession(options: OpenSessionOptions): Promise<OpenedSession>;
  /** What makes the files that operations name, each loaded when it is asked for. */
  renderers: FileRenderers;
  /** The stand-in for `--emulator`, with its state in a folder. */
  loadEmulator(folder: string): Promise<EmbeddedZoom>;
}
