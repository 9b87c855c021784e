import { fixed, type Phrase } from "../facts.ts";

const NAME =
  "(?!(?:it|this|that|everything|the (?:webinar|session|call|event|whole)|locally|to|on|in|and)(?!\\p{L}))(?:(?:the|our) \\p{L}|(?-i:\\p{Lu}))[^,;.!?:\\n\\u0001–—]{3,80}?";
/** The name, or the quotes around it. */
const NAMED = `(?:${NAME}|\\u0001+)`;
const ASKED = "(?<=^|[\\u0001,;.!?\\n–—(] ?|[-–—] |(?:please|pls|and|also|you|we|i|to|just|['’]ll) )";
const CLOUD = "(?:to|in|into|on) (?:the )?(?:zoom )?cloud";
const DISK = "(?:locally|(?:to|on) (?:my|the|this|our) (?:own )?(?:computer|laptop|pc|mac|hard disk|hard drive))";

/** Recording said around something else: a question, what is not wanted, or the name of the webinar ("record Kiln Care to the cloud"). */
export const recording: readonly Phrase[] = [
  // "could it please not be recorded?"
  fixed(
    `(?:(?:could|can|should|may) (?:it|this|that|we|the (?:webinar|session)) (?:please |pls )?)not (?:be recorded|record(?: (?:it|this|that))?)(?: please| pls)?(?= ?(?:[,.;:!?)\\n]|$))`,
    {
      kind: "settings",
      settings: { recording: "none" },
    },
  ),
  // "on my laptop, not in the cloud"
  fixed(`(?<=record(?: it| this| that)? ${DISK}),? (?:and )?not (?:(?:to|in|into|on) )?(?:the )?cloud`, { kind: "filler" }),
  fixed(`(?<=record(?: it| this| that)? ${CLOUD}),? (?:and )?not (?:locally|(?:(?:to|on) )?(?:my|the|this|our) (?:computer|laptop|pc|mac))`, {
    kind: "filler",
  }),
  fixed(`${ASKED}record (?:this|that) one ${CLOUD}`, { kind: "settings", settings: { recording: "cloud" } }),
  fixed(`${ASKED}record (?:this|that) one ${DISK}`, { kind: "settings", settings: { recording: "local" } }),
  fixed(`${ASKED}record(?= ${NAMED} (?:${CLOUD}|${DISK})(?!\\p{L}))`, { kind: "filler" }),
  fixed(`(?<=${ASKED}record ${NAMED} )${CLOUD}`, { kind: "settings", settings: { recording: "cloud" } }),
  fixed(`(?<=${ASKED}record ${NAMED} )${DISK}`, { kind: "settings", settings: { recording: "local" } }),
];
