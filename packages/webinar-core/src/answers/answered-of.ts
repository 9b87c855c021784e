/** How many of the questions have an answer, as the end of a sentence; "" if nobody asked anything. Zoom writes what was answered aloud as "live answered". */
export const answeredOf = (answers: readonly (string | null | undefined)[]): string => {
  if (answers.length === 0) return "";
  const answered = answers.filter((answer) => (answer ?? "").trim() !== "").length;
  if (answered === 0) return answers.length === 1 ? "; it has no answer" : "; none has an answer";
  return answered === answers.length ? "" : `; ${answered} ${answered === 1 ? "has" : "have"} an answer`;
};
