import { AmbiguousError } from "@zoom-webinar/foundation";
import { type ArgsOf, addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../../operation/operation.ts";
import { hashOf } from "../../people/person-key.ts";
import { noteRemoved, readRemoved } from "../../people/removed.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { settleWrite } from "../../settle/settle-write.ts";
import { inBranding, readBranding } from "../branding/look-up.ts";
import { invite } from "../panelists/invite.ts";
import type { NewPanelist } from "../panelists/people.ts";
import { addPoll } from "../polls/add-poll.ts";
import { toPollBody } from "../polls/poll-input.ts";
import { listOf } from "./canonical.ts";
import { type Change, keyed, touches } from "./changes.ts";
import { forgetMade, noteMade, wasJustMade } from "./just-made.ts";
import type { WebinarState } from "./read-webinar.ts";
import type { WebinarDocument } from "./schema.ts";
import type { Exception, Wanted } from "./wanted.ts";

/** What the steps of one webinar work on. */
export interface StepContext {
  wanted: Wanted;
  state: WebinarState;
  changes: readonly Change[];
  ctx: OperationContext;
  /** Called after each write. */
  done(): void;
}

type Tag = NonNullable<WebinarDocument["name_tags"]>[number];
type Person = NonNullable<WebinarDocument["panelists"]>[number];

/** Items by what they are known by, in the order of the list. */
const labelled = <Item>(items: readonly Item[], key: string): [string, Item][] => {
  const labels = [...keyed(items, key).keys()];
  return items.flatMap((item, at): [string, Item][] => (labels[at] === undefined ? [] : [[labels[at], item]]));
};

const idsBy = (list: unknown, key: string, ids: readonly string[]): Map<string, string> =>
  new Map(labelled(listOf(list), key).map(([label], at) => [label, ids[at] ?? ""]));

/** Dates that are moved, changed or deleted, one by one. */
export const changeDates = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<void> => {
  for (const { date, plannedUtc, occurrenceId } of state.dates) {
    if (occurrenceId === null || !touches(changes, `exceptions[${date}]`)) continue;
    const path = { webinarId: state.id };
    const query = { occurrence_id: occurrenceId };
    const exception = wanted.exceptions?.get(plannedUtc);
    if (exception?.deleted === true) await ctx.zoom.call("DELETE /webinars/{webinarId}", { path, query });
    else await ctx.zoom.call("PATCH /webinars/{webinarId}", { path, query, body: dateBody(exception, { wanted, state, plannedUtc }) });
    done();
  }
};

/** Everything that one date may have of its own; what the file does not name is as the series has it. */
const dateBody = (
  exception: Exception | undefined,
  { wanted, state, plannedUtc }: Pick<StepContext, "wanted" | "state"> & { plannedUtc: string },
): ArgsOf<"PATCH /webinars/{webinarId}">["body"] => {
  const { document } = wanted;
  const all = state.canonical;
  const bool = (mine: boolean | undefined, name: string) => mine ?? (typeof all[name] === "boolean" ? all[name] : undefined);
  const duration = exception?.duration ?? document.duration ?? (typeof all.duration === "number" ? all.duration : undefined);
  const agenda = exception?.agenda ?? (typeof all.agenda === "string" ? all.agenda : undefined);
  return {
    start_time: exception?.startUtc ?? plannedUtc,
    duration,
    ...(agenda === undefined || agenda === "" ? {} : { agenda }),
    settings: {
      host_video: bool(exception?.host_video, "host_video"),
      panelists_video: bool(exception?.panelists_video, "panelists_video"),
      auto_recording: exception?.auto_recording,
      ...exception?.settings,
    },
  };
};

/** Name tags by their name, with those that are added. The default is set last: everybody who is invited would get it. */
export const changeNameTags = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<Map<string, string>> => {
  const ids = idsBy(state.canonical.name_tags, "name", state.nameTagIds);
  const tags = wanted.document.name_tags;
  if (tags === undefined || !touches(changes, "name_tags")) return ids;
  const path = { webinarId: state.id };
  const named = labelled(tags ?? [], "name");
  const gone = [...ids].filter(([label]) => !named.some(([other]) => other === label));
  if (gone.length > 0) {
    await ctx.zoom.call("DELETE /webinars/{webinarId}/branding/name_tags", { path, query: { name_tag_ids: gone.map(([, id]) => id).join(",") } });
    done();
    for (const [label] of gone) ids.delete(label);
  }
  for (const [label, tag] of named) {
    const { is_default: _default, ...design } = tag;
    const id = ids.get(label);
    if (id === undefined) {
      ids.set(label, await addTag(state.id, design, ctx));
      done();
    } else if (changes.some(({ at }) => at.startsWith(`name_tags[${label}].`) && !at.endsWith(".is_default"))) {
      await ctx.zoom.call("PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}", { path: { ...path, nameTagId: id }, body: design });
      done();
    }
  }
  return ids;
};

const colours = (tag: { [Name in "text_color" | "accent_color" | "background_color"]?: string | undefined }): string =>
  [tag.text_color, tag.accent_color, tag.background_color].join().replaceAll("#", "").toLowerCase();

const addTag = async (webinarId: string, design: Omit<Tag, "is_default">, ctx: OperationContext): Promise<string> => {
  const { result } = await settleWrite(
    {
      operation: "branding.createNameTag",
      identity: [webinarId, design],
      ...inBranding(`Adding the name tag "${design.name}"`),
      send: () => ctx.zoom.call("POST /webinars/{webinarId}/branding/name_tags", { path: { webinarId }, body: design }),
      find: async () => {
        const { name_tags } = await readBranding(ctx.zoom, webinarId);
        return toCandidates(name_tags, (tag) => tag.name === design.name && colours(tag) === colours(design));
      },
    },
    ctx,
  );
  return result.id ?? "";
};

/** Says which name tag is the default one. */
export const setDefaultTag = async ({ wanted, state, changes, ctx, done }: StepContext, ids: ReadonlyMap<string, string>): Promise<void> => {
  for (const [label, { is_default = false }] of labelled(wanted.document.name_tags ?? [], "name")) {
    const isNew = changes.some(({ at, from }) => at === `name_tags[${label}]` && from === null);
    const isChanged = isNew ? is_default : changes.some(({ at }) => at === `name_tags[${label}].is_default`);
    const id = ids.get(label);
    if (!isChanged || id === undefined) continue;
    const body = { is_default, set_default_for_all_panelists: false };
    await ctx.zoom.call("PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}", { path: { webinarId: state.id, nameTagId: id }, body });
    done();
  }
};

/** The sign-up form, which Zoom takes whole. */
export const changeForm = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<void> => {
  if (!touches(changes, "registration_questions")) return;
  const { questions = [], custom_questions = [] } = wanted.document.registration_questions ?? {};
  await ctx.zoom.call("PATCH /webinars/{webinarId}/registrants/questions", { path: { webinarId: state.id }, body: { questions, custom_questions } });
  done();
};

export const changePolls = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<void> => {
  if (!touches(changes, "polls")) return;
  const path = { webinarId: state.id };
  const ids = idsBy(state.canonical.polls, "poll_title", state.pollIds);
  const polls = labelled(wanted.document.polls ?? [], "poll_title");
  for (const [label, id] of ids) {
    if (polls.some(([other]) => other === label)) continue;
    await ctx.zoom.call("DELETE /webinars/{webinarId}/polls/{pollId}", { path: { ...path, pollId: id } });
    await forgetMade(ctx, [state.id, "poll", label]);
    done();
  }
  for (const [label, poll] of polls) {
    const id = ids.get(label);
    if (id === undefined) {
      const parts = [state.id, "poll", label];
      if (await wasJustMade(ctx, parts)) ctx.note(justMade(`The poll "${poll.poll_title}"`));
      else {
        await addPoll(state.id, poll, ctx);
        await noteMade(ctx, parts);
        done();
      }
    } else if (touches(changes, `polls[${label}]`)) {
      await ctx.zoom.call("PUT /webinars/{webinarId}/polls/{pollId}", { path: { ...path, pollId: id }, body: toPollBody(poll) });
      done();
    }
  }
};

export const changeSurvey = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<void> => {
  if (!touches(changes, "survey")) return;
  const path = { webinarId: state.id };
  const { survey } = wanted.document;
  if (!survey) await ctx.zoom.call("DELETE /webinars/{webinarId}/survey", { path });
  else {
    const { custom_survey, third_party_survey, show_in_the_browser = true, show_in_the_follow_up_email = false } = survey;
    const body = { custom_survey, third_party_survey, show_in_the_browser, show_in_the_follow_up_email };
    await ctx.zoom.call("PATCH /webinars/{webinarId}/survey", { path, body });
  }
  done();
};

export const changeStream = async ({ wanted, state, changes, ctx, done }: StepContext): Promise<void> => {
  const { live_stream } = wanted.document;
  if (!live_stream || !touches(changes, "live_stream")) return;
  const stream_key = live_stream.stream_key ?? state.streamKey;
  if (stream_key === null) return; // the plan names it among what is not possible
  const { stream_url, page_url, resolution } = live_stream;
  await ctx.zoom.call("PATCH /webinars/{webinarId}/livestream", {
    path: { webinarId: state.id },
    body: { stream_url, stream_key, page_url, resolution },
  });
  done();
};

/** Zoom takes this many people in one call. */
const SLICE = 30;

/** People come last, when the webinar they are invited to is ready. Zoom cannot change a panelist, so a changed one is invited again. */
export const changePanelists = async ({ wanted, state, changes, ctx, done }: StepContext, tagIds: ReadonlyMap<string, string>): Promise<void> => {
  if (!touches(changes, "panelists")) return;
  const ids = idsBy(state.canonical.panelists, "email", state.panelistIds);
  const people = labelled(wanted.document.panelists ?? [], "email");
  for (const [label, id] of ids) {
    const stays = people.some(([other]) => other === label) && !touches(changes, `panelists[${label}]`);
    if (stays) continue;
    await ctx.zoom.call("DELETE /webinars/{webinarId}/panelists/{panelistId}", { path: { webinarId: state.id, panelistId: id } });
    await forgetMade(ctx, [state.id, "panelist", label]);
    await noteRemoved(ctx, "panelist", state.id, [{ id, email: label }]);
    done();
  }
  const removed = await readRemoved(ctx, "panelist", state.id);
  const fresh: [string, Person][] = [];
  for (const [label, person] of people) {
    if (!touches(changes, `panelists[${label}]`)) continue;
    const isRemoved = removed(hashOf(addressKey(label)))?.isRemoved === true;
    if (!isRemoved && (await wasJustMade(ctx, [state.id, "panelist", label]))) ctx.note(justMade(label));
    else fresh.push([label, person]);
  }
  for (let at = 0; at < fresh.length; at += SLICE) {
    const slice = fresh.slice(at, at + SLICE);
    await inviteAll(
      state.id,
      slice.map(([, person]) => toPanelist(person, tagIds)),
      ctx,
    );
    for (const [label] of slice) await noteMade(ctx, [state.id, "panelist", label]);
    done();
  }
};

const justMade = (what: string) => `${what} was added less than a minute ago, and Zoom's list does not show it yet: it was not added again.`;

const toPanelist = ({ name_tag, ...person }: Person, tagIds: ReadonlyMap<string, string>): NewPanelist => ({
  ...person,
  name_tag_id: name_tag === undefined ? undefined : tagIds.get(name_tag),
});

const inviteAll = async (webinarId: string, people: readonly NewPanelist[], ctx: OperationContext): Promise<void> => {
  const unknown = await invite(webinarId, people, ctx);
  if (unknown.length === 0) return;
  throw new AmbiguousError(`Zoom gave no answer about ${unknown.length} of ${people.length} panelists, and its list does not show them (yet).`, {
    hint: "Apply again in a minute: people who are panelists by then are skipped.",
  });
};
