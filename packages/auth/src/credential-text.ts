import { InputError } from "@zoom-webinar/foundation";

/** What a shell, a template or a client should have replaced: ${NAME}, $NAME, %NAME%, {{NAME}}. */
const UNEXPANDED = /^(?:\$\{[^{}]*\}|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|\{\{[^{}]*\}\})$/;
const QUOTED = /^(["'`]).*\1$|^[“‘„].*[”’“]$/s;

/**
 * A credential without spaces around it; empty counts as none. Throws `InputError` that names `field`, never the value, if it stands for a variable that
 * nobody replaced, or is still in the quotes of the file that it came from.
 */
export const readCredential = (field: string, value: string | undefined): string | undefined => {
  const text = value?.trim() ?? "";
  if (text === "") return undefined;
  // A name of a variable is not a secret.
  if (UNEXPANDED.test(text))
    throw InputError.at(
      field,
      `holds the text ${text} itself: it was not replaced by a value`,
      "The program that starts this one does not replace variables there: write the value itself, or leave the variable out.",
    );
  if (QUOTED.test(text))
    throw InputError.at(
      field,
      "is in quotes, and the quotes count as part of it",
      "Remove the quotes: docker --env-file and some clients keep them.",
    );
  return text;
};
