import { styleText } from "node:util";

/** Styled text. Whether the stream wants colours was decided before: without the option, Node asks its own stdout. */
export const paint = (style: "red" | "dim" | "bold", text: string): string => styleText(style, text, { validateStream: false });
