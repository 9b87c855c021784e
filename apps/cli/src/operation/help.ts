import type { CatalogEntry } from "@zoom-webinar/webinar-core/doors";

/** What a command's help says below its flags: examples, whom Zoom mails, whether it asks. */
export const detailsOf = ({ id, examples, effect, emails }: CatalogEntry): string => {
  const mails = emails === "nobody" ? "Zoom mails nobody." : `Zoom may mail ${emails}.`;
  const asks =
    effect === "delete" || emails !== "nobody"
      ? `Asks first${effect === "delete" ? "" : " where somebody would be mailed"}, showing what it will touch; --yes agrees unseen.`
      : effect === "read"
        ? "Changes nothing."
        : "Runs without asking.";
  return [
    "",
    ...(examples.length === 0 ? [] : ["Examples:", ...examples.map((example) => `  zoom-webinar ${example}`), ""]),
    `${mails} ${asks}`,
    `Flags of every command, such as --json, --csv, --emulator and --yes: zoom-webinar help flags. Library: ${id}.`,
  ].join("\n");
};
