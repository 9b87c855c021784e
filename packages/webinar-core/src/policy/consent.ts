import { PolicyError } from "@zoom-webinar/foundation";
import { commandIn, PLAIN_WORD } from "../account/account-flags.ts";
import { accountKeyOf } from "../account/account-key.ts";
import { type AnyOperation, commandOf, type OperationContext, type Risk } from "../operation/operation.ts";
import { describePreview, type Preview, toShown } from "../operation/preview.ts";
import { type ConfirmationChannel, type ConfirmationSubject, type Confirmations, describeRefusal, type Refusal } from "./confirmation.ts";
import { isLimited, type RecipientCounter, reserveRecipients } from "./recipients.ts";
import { type ConfirmBy, isReadOnly, type Safety } from "./safety.ts";

/** What one call may do as its input says: the operation's own bound, lowered by the call's. */
const riskOf = (op: AnyOperation, input: unknown): Risk => op.risk?.(input) ?? { effect: op.effect, emails: op.emails, confirms: op.confirms };

/** True if the call deletes, or always needs a confirmation. */
const isAlwaysAsked = ({ effect, confirms }: Risk): boolean => effect === "delete" || confirms === "always";

/** True if what the call does can only be said after a look at what is there. */
const needsLook = (op: AnyOperation, { effect, emails }: Risk): boolean => effect !== "read" && (op.preview !== undefined || emails !== "nobody");

const genericPreview = (op: AnyOperation, input: unknown, { effect, emails }: Risk): Preview => {
  const ids = Object.entries((input ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => entry[0].endsWith("_id") && typeof entry[1] === "string",
  );
  return {
    summary: op.summary,
    targets: ids.map(([name, id]) => ({ kind: name.slice(0, -"_id".length), id })),
    recipients: emails === "nobody" ? null : { count: 0, domains: [], why: emails },
    // What is made can be deleted again.
    reversible: effect === "create",
  };
};

/** What one call will touch, by the operation's own look at it, else by the ids of its input. */
export const previewOf = async (op: AnyOperation, input: unknown, ctx: OperationContext): Promise<Preview> => {
  const noted: string[] = [];
  const note = (text: string) => {
    noted.push(text);
    ctx.note(text);
  };
  const preview = (await op.preview?.(input, { ...ctx, note })) ?? genericPreview(op, input, riskOf(op, input));
  // What is decided while it looks is told before the yes, not only behind it.
  return noted.length === 0 ? preview : { ...preview, notes: [...new Set([...(preview.notes ?? []), ...noted])] };
};

/** True for a call that takes something away, by its kind or by what is there. */
const takesAway = (risk: Risk, { consequences = [], idle }: Preview): boolean =>
  idle !== true && (risk.effect === "delete" || consequences.some(({ kind }) => kind === "lost"));

/** The parts of a session that decide whether a call may go on. */
export interface ConsentBounds extends RecipientCounter {
  readonly safety: Safety;
  readonly confirmBy: ConfirmBy;
  /** False for a caller who may write but not delete. */
  readonly mayDelete: boolean;
  readonly confirmations: Confirmations;
}

/** How a call asks for consent. */
export interface ConsentCall {
  readonly principal?: string | undefined;
  readonly confirmChannel?: ConfirmationChannel | undefined;
  readonly confirmToken?: string | undefined;
}

const assertMayTakeAway = (op: AnyOperation, risk: Risk, preview: Preview, { mayDelete }: ConsentBounds): void => {
  if (mayDelete || !takesAway(risk, preview)) return;
  const lost = (preview.consequences ?? []).filter(({ kind }) => kind === "lost").map(({ text }) => text);
  throw new PolicyError(
    "not_allowed",
    `${op.id} deletes or cancels something here, and this caller may only create and change. ${lost.join(" ")}`.trim(),
    {
      hint: "It needs the scope webinars:delete. Nothing was sent.",
      details: { scope: "webinars:delete", preview: toShown(preview) },
      foreign: ["preview"],
    },
  );
};

/** What needs a yes whatever it touches, such as acting for another account, needs it in a read-only session as well. */
const isAskedIn = ({ safety }: Pick<ConsentBounds, "safety">, { confirms }: Risk): boolean =>
  safety === "confirm" || (isReadOnly(safety) && confirms === "always");

const isHarmless = ({ idle, recipients, consequences = [] }: Preview, risk: Risk): boolean =>
  idle === true || (!isAlwaysAsked(risk) && recipients === null && consequences.length === 0);

/** Whether somebody is asked before a call runs. Throws what the call would throw without sending anything. */
export const needsYes = async (op: AnyOperation, input: unknown, ctx: OperationContext, session: Pick<ConsentBounds, "safety">): Promise<boolean> => {
  const risk = riskOf(op, input);
  if (!isAskedIn(session, risk) || (!isAlwaysAsked(risk) && !needsLook(op, risk))) return false;
  return !isHarmless(await previewOf(op, input, ctx), risk);
};

/** What was agreed to, for the run that follows. */
export interface Consent {
  /** Takes back what was counted for the day, if surely nothing was sent. */
  giveBack(): Promise<void>;
}

const NOTHING_COUNTED: Consent = { giveBack: async () => {} };

/**
 * Decides whether a call may run now: what it takes away, whom it makes Zoom write to now and later, the caller's scope, the operator's limits, and a
 * confirmation of exactly that. Throws `PolicyError` with the preview and a new token (`confirmation_required`), or `not_allowed`.
 */
export const assertConsent = async (
  op: AnyOperation,
  input: unknown,
  ctx: OperationContext,
  session: ConsentBounds,
  call: ConsentCall,
  onRefused: (why: Refusal) => void,
): Promise<Consent> => {
  const risk = riskOf(op, input);
  const isAsked = isAskedIn(session, risk);
  const limited = isLimited(session.recipientLimits) && risk.emails !== "nobody";
  const mustAsk = isAlwaysAsked(risk);
  if (!isAsked && session.mayDelete && !limited) return NOTHING_COUNTED;
  if (!mustAsk && !needsLook(op, risk)) return NOTHING_COUNTED;
  const preview = await previewOf(op, input, ctx);
  assertMayTakeAway(op, risk, preview, session);
  const giveBack = await reserveRecipients(preview.recipients, session);
  try {
    if (isAsked && (!isHarmless(preview, risk) || (await wasShownOtherwise(op, input, preview, session, call))))
      await assertConfirmed(op, input, preview, session, call, onRefused);
    return { giveBack };
  } catch (error) {
    await giveBack();
    throw error;
  }
};

const subjectOf = (
  op: AnyOperation,
  input: unknown,
  preview: Preview,
  session: ConsentBounds,
  { principal = "local", confirmChannel: channel = "caller" }: ConsentCall,
): ConfirmationSubject => ({ principal, account: accountKeyOf(session.account.inForce), operation: op.id, input, preview, channel });

/**
 * For a call that needs no yes: whether its token is of a preview of exactly this call that showed something else, so that what was agreed to is not what
 * would be done. Any other token allows nothing that is not allowed anyway, and is no reason to ask; nor is anything if there is nothing to do.
 */
const wasShownOtherwise = async (op: AnyOperation, input: unknown, preview: Preview, session: ConsentBounds, call: ConsentCall): Promise<boolean> => {
  if (call.confirmToken === undefined || preview.idle === true) return false;
  if (session.confirmBy !== "token" && call.confirmChannel !== "person") return false;
  return (await session.confirmations.spend(call.confirmToken, subjectOf(op, input, preview, session, call))) === "changed";
};

const assertConfirmed = async (
  op: AnyOperation,
  input: unknown,
  preview: Preview,
  session: ConsentBounds,
  call: ConsentCall,
  onRefused: (why: Refusal) => void,
): Promise<void> => {
  const { confirmations } = session;
  const { confirmToken } = call;
  const subject = subjectOf(op, input, preview, session, call);
  if (session.confirmBy !== "token" && subject.channel !== "person") throw confirmationRequired({ op, input }, preview, null, session);
  const refusal = confirmToken === undefined ? undefined : await confirmations.spend(confirmToken, subject);
  if (refusal === null) return;
  if (refusal !== undefined) onRefused(refusal);
  const changes = refusal === "changed" && confirmToken !== undefined ? await confirmations.changesSince(confirmToken, subject) : [];
  throw confirmationRequired(
    { op, input },
    preview,
    await confirmations.mint(subject),
    session,
    refusal && describeRefusal(refusal, changes),
    changes,
  );
};

/** The command of a call, with the words that say what it is about; other flags are for whoever types it. */
const commandFor = ({ id, cli }: AnyOperation, input: unknown, { account }: ConsentBounds): string => {
  const given = (input ?? {}) as Readonly<Record<string, unknown>>;
  const words = (cli?.positional ?? []).flatMap((name) => [given[name]].flat());
  const plain = words.filter((word) => typeof word === "string" && PLAIN_WORD.test(word));
  return commandIn(account, [commandOf(id), ...plain].join(" "));
};

const confirmationRequired = (
  { op, input }: { op: AnyOperation; input: unknown },
  preview: Preview,
  minted: { token: string; expiresAtMs: number } | null,
  session: ConsentBounds,
  refusal?: string,
  changes: readonly string[] = [],
) =>
  new PolicyError(
    "confirmation_required",
    `${refusal === undefined ? "" : `${refusal} `}${op.id} needs a confirmation. ${describePreview(preview)}`,
    {
      hint:
        minted === null || session.confirmBy !== "token"
          ? `A person has to agree: run it as "${commandFor(op, input, session)}" in a terminal.`
          : "Show this to the person who decides; if they agree, repeat the call with confirm_token. It works once, for five minutes, for exactly this.",
      details: {
        preview: toShown(preview),
        ...(changes.length === 0 ? {} : { changed_since: changes }),
        ...(minted === null ? {} : { confirm_token: minted.token, expires_at: new Date(minted.expiresAtMs).toISOString() }),
      },
      foreign: ["preview"],
    },
  );
