import type { Command } from "commander";
import { say } from "../io.ts";
import { CLIENTS } from "../mcp/clients.ts";
import type { OwnCall } from "../own-commands.ts";

const WITH_SKILLS = Object.entries(CLIENTS).flatMap(([name, { skills }]) => (skills === undefined ? [] : [name]));

/** Adds verbs to the `skills` command; returns the deepest that was named. */
export const buildSkillsCommand = ({ command: skills, verb, deps: { io }, output }: OwnCall): Command => {
  skills
    .description("Skills teach an AI assistant how to do a job with zoom-webinar. The MCP servers serve them, too.")
    .usage("<verb> [flags]")
    .commandsGroup("Verbs:");
  const commands = [
    skills
      .command("list")
      .description("List the skills.")
      .action(async () => {
        const { skills: all } = await import("@zoom-webinar/webinar-core/doors/skills");
        const rows = all.map(({ name, title, description }) => ({ name, title, description }));
        await output.show({ value: { skills: rows }, shape: { list: "skills", columns: ["name", "title"] } });
      }),
    skills
      .command("show")
      .description("Print a skill.")
      .argument("<name>", "which skill")
      .action(async (name: string) => {
        const { skillNamed } = await import("./install.ts");
        const { files, ...skill } = await skillNamed(name);
        await output.show({ value: { ...skill, files }, text: () => files["SKILL.md"] ?? "" });
      }),
    skills
      .command("install")
      .description("Write the skills where assistants look for them: by default, for each one that is found on this machine.")
      .argument("[names...]", "only these")
      .option(`--client <${WITH_SKILLS.join("|")}>`, "for this assistant")
      .option("--folder <folder>", "into this folder, such as .claude/skills of a project")
      .option("--dry-run", "say what would be written, and write nothing")
      .action(async (names: readonly string[], flags: { client?: string; folder?: string; dryRun?: boolean }) => {
        const { install } = await import("./install.ts");
        const { written, sentence } = await install({ names, client: flags.client, folder: flags.folder, isDry: flags.dryRun === true }, io);
        await say(io.stderr, sentence);
        await output.show({ value: { skills: written }, shape: { list: "skills", columns: ["name", "outcome", "file"] } });
      }),
  ];
  return commands.find((each) => each.name() === verb) ?? skills;
};
