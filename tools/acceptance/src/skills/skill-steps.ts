/** Something that a step of a skill shows: a call of a tool, lines for a shell, or a program. */
export interface Block {
  kind: "json" | "sh" | "sh emulator" | "js";
  text: string;
}

/** One step of a skill. */
export interface Step {
  title: string;
  /** Whether it says that the person is asked first. */
  asksFirst: boolean;
  blocks: Block[];
}

const BLOCK = /^```(json|sh emulator|sh|js)\n(.*?)^```$/gms;

/** The steps of a skill: its sections that are numbered. */
export const stepsOf = (markdown: string): Step[] =>
  markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = ""] = section.split("\n", 1);
      const blocks = [...section.matchAll(BLOCK)].map(([, kind, text = ""]) => ({ kind: kind as Block["kind"], text }));
      return { title, asksFirst: title.includes("(Ask first)"), blocks };
    });
