import type { EndpointId, ZoomClient } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../operation/operation.ts";
import type { RowRules } from "./check/check-row.ts";
import type { Form } from "./check/form.ts";
import type { Field } from "./columns/header-words.ts";
import type { ImportKind, SendOptions } from "./journal/events.ts";
import type { Listed, Task } from "./run/task.ts";

/** How rows may be sent. */
export type Method = "single" | "batch";

/** The webinar that an import is for, as far as it matters. */
export interface Target {
  topic: string | null;
  /** Whether Zoom writes to those concerned; null: not known, taken as yes. */
  mails: boolean | null;
  /** 5 single, 6 and 9 recurring; null: not known. */
  type: number | null;
  /** The status of somebody who signs up; null: not known. */
  status: "approved" | "pending" | null;
  /** Most people whom it takes; absent: any number, or not known. */
  most?: number | undefined;
  /** What is asked of people. Null: cannot be read. */
  form: Form | null;
  /** Why Zoom may refuse everybody. */
  warnings?: readonly string[];
  /** What a person should know before agreeing. */
  notes: readonly string[];
}

/** What the method is chosen by. */
export interface MethodChoice {
  target: Target;
  options: SendOptions;
  /** What the file's columns hold besides e-mail and names. */
  answers: readonly string[];
  asked: "single" | "batch" | "auto";
  /** People to be sent. */
  people: number;
}

/** One kind of import: everything in which signing up, inviting and deciding differ. */
export interface Subject {
  kind: ImportKind;
  /** "Register 12 people for", before the webinar's topic. */
  verb(count: number): string;
  needs: RowRules["needs"];
  fields: readonly Field[];
  /** The endpoint whose limit paces it. */
  endpoint(method: Method): EndpointId;
  /** Why Zoom writes to people; `status` is that of somebody who signs up, if nobody approves anyone by the call. */
  why(status: Target["status"], options: SendOptions): string;
  isReversible: boolean;
  /** How it is undone, or not, if some of the people wait for approval; absent if that is nothing else. */
  wayBack?: string;
  /** Those who lose something by it, by their status before; their registration, and with it their join link. */
  loses?: readonly Listed["status"][];
  read(ctx: Pick<OperationContext, "zoom" | "now">, webinarId: string, options: SendOptions): Promise<Target>;
  /** It takes people off the list: who is not there is as they were to be. */
  isRemoval?: boolean;
  /** Whether Zoom knows somebody by their id, whatever its list shows. Null if it does not say. */
  isThere?(zoom: ZoomClient, webinarId: string, id: string): Promise<boolean | null>;
  /** How it is sent, and why so. Throws `InputError` for a method that cannot do it. */
  choose(choice: MethodChoice): { method: Method; why: string };
  task(zoom: ZoomClient, webinarId: string, method: Method, target: Target, options: SendOptions): Task;
}
