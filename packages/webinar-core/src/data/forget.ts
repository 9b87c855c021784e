import type { OperationContext } from "../operation/operation.ts";
import { noteForgotten } from "../people/forgotten.ts";
import { keyedHash, keyedHashToLook, lastingStore } from "../people/keyed-hash.ts";
import { findPerson, type Whereabouts } from "./find-person.ts";
import type { ForgetAnswer } from "./forget-answer.ts";
import { remember } from "./remembered.ts";
import { forgetIn } from "./rewrite.ts";
import { zoomCommands } from "./zoom-commands.ts";

/** Where `forgetPerson` would find somebody. Changes nothing; throws what it would throw. */
export const planForget = async (email: string, ctx: OperationContext): Promise<Whereabouts> =>
  findPerson(email, await keyedHashToLook(lastingStore(ctx)), ctx);

/**
 * Takes a person out of the state folder: their address is replaced by a keyed hash, or the file goes. From then on no export holds them.
 * Throws `InputError` if an import that is not done needs the address; nothing is changed then. Safe to repeat.
 */
export const forgetPerson = async (email: string, ctx: OperationContext): Promise<ForgetAnswer> => {
  const store = lastingStore(ctx);
  const { who, address, inState, elsewhere, unread, concerned } = await findPerson(email, await keyedHash(store), ctx);
  // First, so that an export that begins now leaves them out already.
  await noteForgotten(store, who.hash);
  const result: ForgetAnswer = {
    ...{ person: `forgotten-${who.hash}`, replaced: [], removed: [], elsewhere, unread },
    ...zoomCommands(address, concerned, ctx.account),
  };
  for (const { file, job } of inState) {
    const deed = job === null ? await forgetIn(file, who) : await store.lock(job.lock, () => forgetIn(file, who));
    if (deed !== null) result[deed].push(file.path);
    if (deed === "removed" && job !== null) await remember(store, [job]);
  }
  return result;
};
