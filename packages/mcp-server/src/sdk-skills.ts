import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import type { Skill as SkillEntry } from "@modelcontextprotocol/server/ext/skills";
import * as z from "zod";

/** The Skills extension of MCP (SEP-2640), as a server declares it. */
export const SKILLS_EXTENSION = { "io.modelcontextprotocol/skills": { directoryRead: true } } as const;

const ROOT = "skill://";
const MARKDOWN = "text/markdown";
const DIRECTORY = "inode/directory";

/** How a host finds a file of a skill. */
export const SKILL_TEMPLATE = {
  uriTemplate: `${ROOT}{+path}`,
  name: "skill",
  title: "Skill",
  description: "A file of a skill: how to do one job with these tools",
  mimeType: MARKDOWN,
} as const;

interface Served {
  entry: SkillEntry;
  name: string;
  title: string;
  description: string;
  /** Text by URI. */
  texts: ReadonlyMap<string, string>;
}

let served: Promise<readonly Served[]> | undefined;

/** The skills with their digests, made when somebody first asks. */
const loadServed = (): Promise<readonly Served[]> => {
  served ??= (async () => {
    const [{ skills }, { skillEntry }] = await Promise.all([
      import("@zoom-webinar/webinar-core/doors/skills"),
      import("@modelcontextprotocol/server/ext/skills"),
    ]);
    return Promise.all(
      skills.map(async ({ name, title, description, files }) => ({
        entry: await skillEntry(name, { ...files }),
        name,
        title,
        description,
        texts: new Map(Object.entries(files).map(([path, text]) => [`${ROOT}${name}/${path}`, text])),
      })),
    );
  })();
  return served;
};

/** The first file of each skill, for the list of resources. */
export const listSkillResources = async () =>
  (await loadServed()).map(({ entry: { uri }, name, title, description }) => ({ uri, name, title, description, mimeType: MARKDOWN }));

/** The text of a skill's file, null for any other URI. */
export const readSkillFile = async (uri: string) => {
  if (!uri.startsWith(ROOT)) return null;
  for (const { texts } of await loadServed()) {
    const text = texts.get(uri);
    if (text !== undefined) return { uri, mimeType: MARKDOWN, text };
  }
  return null;
};

const unknown = (uri: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no skill at ${uri.slice(0, 200)}.`, { uri });

/** What lies directly in a folder of skills; null if it is not such a folder. */
const childrenOf = async (uri: string) => {
  const folder = uri === ROOT ? ROOT : `${uri.replace(/\/$/, "")}/`;
  const children = new Map<string, { uri: string; name: string; mimeType: string }>();
  for (const { texts } of await loadServed()) {
    for (const path of texts.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name = "", ...deeper] = path.slice(folder.length).split("/");
      children.set(name, { uri: `${folder}${name}`, name, mimeType: deeper.length > 0 ? DIRECTORY : MARKDOWN });
    }
  }
  return children.size === 0 ? null : [...children.values()];
};

// Made once: an HTTP server makes a server for each request.
const listParams = z.object({ cursor: z.string().optional() });
const namedParams = z.object({ uri: z.string(), cursor: z.string().optional() });

const assertNoCursor = ({ cursor }: { cursor?: string | undefined }): void => {
  if (cursor) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Unknown cursor.");
};

/** Answers the methods of the extension. `cache`: how long an answer may be kept, which only the newer revision says. */
export const serveSkills = (server: Server, cache: { ttlMs: number; cacheScope: "private" } | Record<string, never>): void => {
  server.setRequestHandler("skills/list", { params: listParams }, async (params) => {
    assertNoCursor(params);
    return { skills: (await loadServed()).map(({ entry }) => entry), ...cache };
  });
  server.setRequestHandler("skills/get", { params: namedParams }, async ({ uri }) => {
    const found = (await loadServed()).find(({ entry }) => entry.uri === uri);
    if (found === undefined) throw unknown(uri);
    return { skill: found.entry, ...cache };
  });
  server.setRequestHandler("resources/directory/read", { params: namedParams }, async (params) => {
    assertNoCursor(params);
    const resources = await childrenOf(params.uri);
    if (resources === null) throw unknown(params.uri);
    return { resources, ...cache };
  });
};
