import { randomUUID } from "node:crypto";

/** The people who may host; the others sign up. */
export const HOSTS = ["ada@example.com", "grace@example.com"] as const;

const DAY_MS = 86_400_000;

/** A webinar as simply as can be. */
export interface ModelWebinar {
  id: number;
  host: string;
  topic: string;
  /** 0 at once, 1 by hand, 2 no registration. */
  approval: 0 | 1 | 2;
  /** 0 for none. */
  limit: number;
  isDeleted: boolean;
  isRunning: boolean;
  /** Joinings of each time it was held, by e-mail. */
  held: string[][];
  present: Set<string>;
  joined: string[];
  people: Map<string, "approved" | "pending" | "denied">;
  panelists: Set<string>;
}

/** What an answer is expected to be: its status, and the code of a refusal. */
export interface Outcome {
  status: number;
  code?: number;
}

const refused = (status: number, code: number): Outcome => ({ status, code });
const UNKNOWN = refused(404, 3001);
const TOO_MANY = refused(429, 429);

/**
 * What Zoom's documents say about webinars and their registrants, written down a second time and without regard to speed, shapes or storage.
 * Every method says what must be answered, and remembers what then is.
 */
export class Model {
  readonly webinars: ModelWebinar[] = [];
  nowMs: number;
  private day = "";
  private counts = new Map<string, number>();

  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }

  /** Counts uses of a day; false, and nothing counted, where one has no more left. */
  private spend(keys: readonly string[], most: number): boolean {
    const day = String(Math.floor(this.nowMs / DAY_MS));
    if (day !== this.day) this.counts = new Map();
    this.day = day;
    if (keys.some((key) => (this.counts.get(key) ?? 0) >= most)) return false;
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return true;
  }

  private room(webinar: ModelWebinar, coming: number): boolean {
    const approved = [...webinar.people.values()].filter((status) => status === "approved").length;
    return webinar.limit === 0 || approved + coming <= webinar.limit;
  }

  mayPlan(host: string): Outcome {
    return this.spend([`host ${host}`], 100) ? { status: 201 } : TOO_MANY;
  }

  plan(fields: Pick<ModelWebinar, "id" | "host" | "topic" | "approval" | "limit">): void {
    const nothing = { held: [], present: new Set<string>(), joined: [], people: new Map(), panelists: new Set<string>() };
    this.webinars.push({ ...fields, isDeleted: false, isRunning: false, ...nothing });
  }

  change(webinar: ModelWebinar, fields: Partial<Pick<ModelWebinar, "topic" | "approval" | "limit">>): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (!this.spend([`host ${webinar.host}`], 100)) return TOO_MANY;
    Object.assign(webinar, fields);
    return { status: 204 };
  }

  remove(webinar: ModelWebinar): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    webinar.isDeleted = true;
    return { status: 204 };
  }

  signUp(webinar: ModelWebinar, email: string): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (webinar.approval === 2) return refused(400, 3000);
    if (webinar.held.length > 0 && !webinar.isRunning) return refused(400, 3038);
    if (email === webinar.host) return refused(400, 3027);
    if (webinar.panelists.has(email)) return refused(400, 3000);
    const isKnown = webinar.people.has(email);
    if (!isKnown && webinar.approval === 0 && !this.room(webinar, 1)) return refused(400, 3000);
    if (!this.spend([`add ${webinar.id} ${email}`], 3)) return TOO_MANY;
    if (!isKnown) webinar.people.set(email, webinar.approval === 0 ? "approved" : "pending");
    return { status: 201 };
  }

  decide(webinar: ModelWebinar, action: "approve" | "deny" | "cancel", emails: readonly string[], ids: ReadonlyMap<string, string>): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (webinar.approval === 2) return refused(400, 300);
    const named = [...new Set(emails)];
    if (named.some((email) => !webinar.people.has(email))) return refused(400, 3000);
    const status = action === "approve" ? "approved" : "denied";
    const changing = named.filter((email) => webinar.people.get(email) !== status);
    if (action === "approve" && !this.room(webinar, changing.length)) return refused(400, 3035);
    const keys = named.map((email) => `decide ${webinar.id} ${ids.get(email) ?? randomUUID()}`);
    if (!this.spend(keys, 10)) return TOO_MANY;
    for (const email of changing) webinar.people.set(email, status);
    return { status: 204 };
  }

  strike(webinar: ModelWebinar, email: string): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (webinar.approval === 2) return refused(400, 3000);
    return webinar.people.delete(email) ? { status: 204 } : refused(400, 3000);
  }

  invite(webinar: ModelWebinar, email: string): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    webinar.panelists.add(email);
    return { status: 201 };
  }

  uninvite(webinar: ModelWebinar, email: string): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    webinar.panelists.delete(email);
    return { status: 204 };
  }

  /** By the host, in Zoom's client, who is then the first to be in. */
  open(webinar: ModelWebinar): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (webinar.isRunning) return refused(400, 3000);
    webinar.isRunning = true;
    webinar.present.add(webinar.host);
    webinar.joined.push(webinar.host);
    return { status: 200 };
  }

  /** Over the API, which takes the end of what does not run. */
  end(webinar: ModelWebinar): Outcome {
    if (webinar.isDeleted) return UNKNOWN;
    if (!webinar.isRunning) return { status: 204 };
    webinar.isRunning = false;
    webinar.held.push(webinar.joined);
    webinar.joined = [];
    webinar.present.clear();
    return { status: 204 };
  }

  /** True if somebody may come in: approved people and guests, while it runs. */
  mayJoin(webinar: ModelWebinar, email: string): boolean {
    if (webinar.isDeleted || !webinar.isRunning) return false;
    const isStaff = webinar.panelists.has(email) || HOSTS.some((host) => host === email);
    return isStaff || (webinar.people.get(email) ?? "approved") === "approved";
  }
}
