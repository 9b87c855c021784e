/** What a renderer is given to make a file of. */
export interface RenderRequest {
  /** The operation's answer. */
  readonly answer: unknown;
  /** The operator's `--zone`, null without one. */
  readonly zone: string | null;
  /** One of the layouts that the operation names; undefined: the renderer's own. */
  readonly layout: string | undefined;
  /** True: no quote before cells that a spreadsheet would run as a formula. */
  readonly isRaw: boolean;
  /** False: another program reads it as it comes, so that it has no byte order mark, and the line ends of text. */
  readonly isFile: boolean;
}

/** A file that was made. */
export interface RenderedFile {
  /** What to call it if the caller names only a folder. */
  readonly name: string;
  /** In pieces, so that a large file need not be in memory as one text. */
  readonly pieces: Iterable<string>;
  /** What the caller should know of it; goes to stderr. */
  readonly notes?: readonly string[];
}

/** Makes a file of an operation's answer. Throws `InputError` if this answer cannot be one. */
export type FileRenderer = (request: RenderRequest) => Promise<RenderedFile>;

/** Renderers by the names under which operations ask for them, each loaded when it is used. Apps add those of other packages. */
export type FileRenderers = Readonly<Record<string, () => Promise<FileRenderer>>>;
