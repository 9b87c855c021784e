/** One part of a summary. */
interface Section {
  label: string;
  summary: string;
}

const sectionsOf = (markdown: string): Section[] =>
  markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [label = "", ...lines] = part.split("\n");
      return { label: label.trim(), summary: lines.join("\n").trim() };
    });

const isSteps = ({ label }: Section) => /^(next steps|action items)$/i.test(label);

/** The four fields that `summary_content` replaced, as far as its Markdown holds them. Zoom still sends them. */
export const deprecatedFields = (markdown: string) => {
  const sections = sectionsOf(markdown);
  const details = sections.filter((section) => !isSteps(section));
  return {
    summary_overview: details[0]?.summary ?? "",
    summary_details: details,
    next_steps: sections
      .filter(isSteps)
      .flatMap(({ summary }) => summary.split("\n"))
      .map((line) => line.replace(/^[-*]\s*/, "").trim())
      .filter((line) => line !== ""),
  };
};
