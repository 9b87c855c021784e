import type { Change } from "../rules/call.ts";
import type { Changer } from "../rules/change.ts";
import type { Check } from "../rules/validate.ts";

/** A flag of a command; `field` is its name in the body. */
export interface VerbFlag {
  /** "--name <name>" */
  flag: string;
  help: string;
  field: string;
  /** May be given more than once, and is sent as a list. */
  many?: boolean;
}

/** A word of a command: the value of a field of the body, or, without `field`, of the next placeholder of the path. */
export interface VerbWord {
  name: string;
  help: string;
  field?: string;
  /** `switch`: "on" or "off", sent as true or false. `webinar`: an ID, however it is grouped. */
  kind?: "switch" | "webinar";
}

/** How the command line says it. */
export interface ControlVerb {
  name: string;
  summary: string;
  words?: readonly VerbWord[];
  flags?: readonly VerbFlag[];
  /** The message if the answer has no body. */
  done: string;
}

/** A method's parameters may be wider than its type says, so that rows of different types fit into one table. */
type Act<Given extends readonly unknown[], Result> = { act(change: Change, ...given: Given): Result }["act"];

/** Something that is done to a world: one row is the control, its lazy loader, its route and its command. */
export interface ControlAction<Given extends readonly unknown[], Result> {
  method: "POST" | "DELETE";
  /** Below /emulator/, with placeholders. */
  path: string;
  /** Checks the body. Left out if the request has no body. */
  check?: Check | undefined;
  /** The arguments of the control, from the placeholders and the body of a request. */
  read(path: Readonly<Record<string, string>>, body: unknown): Given;
  load(): Promise<Act<Given, Result>>;
  /** The body of the route's answer; without it the route answers 204. */
  answer?(result: Result, path: Readonly<Record<string, string>>): object;
  /** Its command, if it has one. */
  verb?: ControlVerb | undefined;
}

/** A row whose types only its table knows. */
export type AnyAction = ControlAction<readonly unknown[], unknown>;

/** The controls of a table, by the names of its rows. */
export type ControlsOf<Actions> = {
  readonly [Name in keyof Actions]: Actions[Name] extends ControlAction<infer Given, infer Result> ? (...given: Given) => Promise<Result> : never;
};

/** The controls of a table. What one does is loaded when it is first used. */
export const createActionControls = <Actions extends Readonly<Record<string, AnyAction>>>(actions: Actions, change: Changer): ControlsOf<Actions> => {
  const controls = Object.entries(actions).map(([name, { load }]) => [
    name,
    async (...given: unknown[]) => {
      const act = await load();
      return change((now) => act(now, ...given));
    },
  ]);
  // Each control takes and returns what its row says.
  return Object.fromEntries(controls) as ControlsOf<Actions>;
};
