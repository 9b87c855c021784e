import type { ReportInput } from "../../attendance/engine/input.ts";
import { address, at, counting, listEverybody, nameKey, plain, second, tenths } from "./lists-by-hand.ts";

/**
 * The same numbers as the engine's, counted as one would by hand: every second is looked at, every row compared with every other. Written from the
 * definitions alone; it shares no code with the engine, and is as slow as it looks.
 */

interface Row {
  id: string;
  email: string;
  account: string;
  name: string;
  key: string;
  join: number;
  from: number;
  to: number;
  owner: string;
  rule: string;
}
export const countByHand = (input: ReportInput) => {
  const now = Math.floor(input.now_ms / 1000);
  const known = listEverybody(input);
  const rows: Row[] = [];
  const windows: { start: number; end: number; running: boolean }[] = [];
  for (const { details, listed_start, rows: all } of input.instances) {
    const inside = (all ?? []).filter(({ status }) => status !== "in_waiting_room");
    const joins = inside.flatMap(({ join_time }) => second(join_time) ?? []);
    const leaves = inside.flatMap(({ leave_time }) => second(leave_time) ?? []);
    const running = details !== null && (details.end_time ?? "") === "";
    const start = second(details?.start_time) ?? second(listed_start ?? undefined) ?? (joins.length > 0 ? Math.min(...joins) : null);
    const last = [...joins, ...leaves];
    const end = running ? now : (second(details?.end_time) ?? (last.length > 0 ? Math.max(...last) : start));
    const window = start === null || end === null ? null : { start, end: Math.max(start, end), running };
    if (window) windows.push(window);
    for (const row of inside) {
      const join = second(row.join_time);
      const leave = second(row.leave_time) ?? window?.end ?? 0;
      let from = 0;
      let to = 0;
      if (join !== null && window !== null && leave >= join) {
        from = Math.max(join, window.start);
        to = Math.min(leave, window.end);
        if (to <= from) from = to = Math.min(from, window.end);
      }
      rows.push({
        id: row.registrant_id ?? "",
        email: address(row.user_email),
        account: row.participant_user_id || row.id || "",
        name: plain(row.name).trim(),
        key: nameKey(row.name),
        join: join ?? Number.POSITIVE_INFINITY,
        from,
        to,
        owner: "",
        rule: "",
      });
    }
  }

  const isListed = (owner: string) => owner.startsWith("listed ");
  const become = (one: string, other: string): void => {
    if (one === other || (isListed(one) && isListed(other))) return;
    const [stays, goes] = isListed(other) ? [other, one] : [one, other];
    for (const row of rows) if (row.owner === goes) row.owner = stays;
  };
  for (const row of rows) {
    if (row.id === "") continue;
    row.owner = known.find(({ ids }) => ids.includes(row.id))?.label ?? `unlisted ${row.id}`;
    row.rule = "registrant";
  }
  const byKey = (rule: string, keyOf: (row: Row) => string, listed: (key: string) => string | undefined) => {
    for (const [place, row] of rows.entries()) {
      const key = keyOf(row);
      if (key === "") continue;
      const lead = listed(key) ?? rows.slice(0, place).find((other) => keyOf(other) === key && other.owner !== "")?.owner;
      if (row.owner === "") {
        row.owner = lead ?? `${rule} ${key}`;
        row.rule = rule;
      } else if (lead !== undefined) become(lead, row.owner);
    }
  };
  byKey(
    "email",
    ({ email }) => email,
    (email) => known.find((each) => each.email === email)?.label,
  );
  byKey(
    "account",
    ({ account }) => account,
    (account) =>
      known.findLast(({ accounts, host }) => host && accounts.includes(account))?.label ??
      known.find(({ accounts }) => accounts.includes(account))?.label,
  );
  const alone = rows.filter(({ owner }) => owner === "").sort((a, b) => a.from - b.from);
  for (const [place, row] of alone.entries()) {
    row.rule = "name";
    if (row.key === "") {
      row.owner = `nameless ${place}`;
      continue;
    }
    for (let guest = 0; row.owner === ""; guest += 1) {
      const owner = `guest ${guest} ${row.key}`;
      const theirs = alone.filter((other) => other.owner === owner);
      if (row.to <= row.from || theirs.every(({ from, to }) => to <= from || to <= row.from)) row.owner = owner;
    }
  }

  const starts = windows.map(({ start }) => start);
  const start = windows.length === 0 ? null : Math.min(...starts);
  const end = windows.length === 0 ? null : Math.max(...windows.map((window) => window.end));
  const running = windows.some((window) => window.running);
  const total = windows.reduce((sum, window) => sum + (window.end - window.start), 0);
  const read = input.instances.some((instance) => instance.rows !== null);

  const ownerOf = ({ registrant_id, email, name }: { registrant_id?: string | undefined; email?: string | undefined; name?: string | undefined }) => {
    const byId = registrant_id
      ? (known.find(({ ids }) => ids.includes(registrant_id))?.label ?? rows.find(({ id }) => id === registrant_id)?.owner)
      : undefined;
    if (byId !== undefined) return byId;
    const mail = address(email);
    if (mail !== "") return known.find((each) => each.email === mail)?.label ?? rows.find((row) => row.email === mail)?.owner ?? "";
    if (registrant_id) return "";
    const key = nameKey(name);
    if (key === "" || key === "anonymous attendee") return "";
    const guests = new Set(rows.filter((row) => row.rule === "name" && row.key === key).map(({ owner }) => owner));
    return guests.size === 1 ? [...guests][0] : "";
  };
  const polls = new Set((input.polls ?? []).flatMap(({ items }) => items.map(({ poll }) => poll)));
  const asked = (input.questions ?? []).reduce((sum, { items }) => sum + items.length, 0);

  const owners = [...new Set([...known.map(({ label }) => label), ...rows.map(({ owner }) => owner)])];
  const people = owners.flatMap((owner) => {
    const own = rows.filter((row) => row.owner === owner);
    const list = known.find(({ label }) => label === owner);
    const registration = list && list.registrations.length > 0 ? counting(list) : undefined;
    const came = own.length > 0;
    const unlisted = own.find(({ id }) => id !== "" && !known.some(({ ids }) => ids.includes(id)))?.id;
    const status = list?.host
      ? "host"
      : list?.panelist
        ? "panelist"
        : registration && came
          ? "attended"
          : registration
            ? registration.status === "approved" && read
              ? "absent"
              : null
            : input.asks_registration === false
              ? "attendee"
              : input.registrants === null
                ? unlisted === undefined
                  ? "attendee"
                  : "attended"
                : "walk_in";
    if (status === null) return [];
    const present: number[] = [];
    if (start !== null && end !== null) {
      for (let time = start; time < end; time += 1) if (own.some(({ from, to }) => from <= time && time < to)) present.push(time);
    }
    const there = new Set(present);
    const intervals = present
      .filter((time) => !there.has(time - 1))
      .map((from) => {
        let to = from;
        while (there.has(to)) to += 1;
        return { from: at(from), to: at(to) };
      });
    const first = present[0];
    const last = present.at(-1);
    const first_join = first === undefined ? null : at(first);
    const last_leave = last === undefined ? null : at(last + 1);
    const roles = [
      ...(list?.host ? ["host"] : []),
      ...(list?.panelist ? ["panelist"] : []),
      ...((!list?.host && !list?.panelist) || own.some(({ id }) => known.some(({ registrationIds }) => registrationIds.includes(id)))
        ? ["attendee"]
        : []),
    ];
    const answered =
      input.polls && new Set(input.polls.filter((row) => ownerOf(row) === owner).flatMap(({ items }) => items.map(({ poll }) => poll))).size;
    const questions = input.questions?.filter((row) => ownerOf(row) === owner).reduce((sum, { items }) => sum + items.length, 0) ?? null;
    const survey = input.survey?.some((row) => ownerOf(row) === owner) ?? null;
    const parts: [number, number][] = [
      ...(total > 0 ? [[70, Math.min(1, present.length / total)] as [number, number]] : []),
      ...(input.polls && polls.size > 0 ? [[10, (answered ?? 0) / polls.size] as [number, number]] : []),
      ...(input.questions && (input.has_questions === true || asked > 0) ? [[10, (questions ?? 0) > 0 ? 1 : 0] as [number, number]] : []),
      ...(input.survey && (input.has_survey || input.survey.length > 0) ? [[10, survey ? 1 : 0] as [number, number]] : []),
    ];
    const most = parts.reduce((sum, [weight]) => sum + weight, 0);
    const reached = parts.reduce((sum, [weight, share]) => sum + weight * share, 0);
    const named = [...own].sort((a, b) => a.join - b.join).filter(({ name }) => name !== "");
    return [
      {
        status,
        roles,
        name: registration?.name || (list?.panelist ? list.panelistName : "") || named[0]?.name || list?.hostName || null,
        email: registration?.email || list?.email || [...own].sort((a, b) => a.join - b.join).find(({ email }) => email !== "")?.email || null,
        registrant_id: registration?.id || unlisted || null,
        registration: registration?.status ?? null,
        identity:
          ["registrant", "email", "account", "name"].find((rule) => own.some((row) => row.rule === rule)) ??
          (status === "absent" ? "registrant" : null),
        may_be: null as string | null,
        seconds: present.length,
        minutes: tenths(present.length, 60),
        joins: own.length,
        intervals,
        first_join,
        last_leave,
        late: first === undefined || start === null ? null : first - start > input.late_minutes * 60,
        left_early: last === undefined || end === null || running ? null : end - (last + 1) > input.early_minutes * 60,
        polls_answered: answered,
        questions_asked: questions,
        survey_answered: survey,
        engagement: status === "host" || status === "panelist" || status === "absent" || most === 0 ? null : Math.floor((100 * reached) / most + 0.5),
        present: there,
      },
    ];
  });
  for (const person of people) {
    if (person.identity !== "name" || person.status === "host") continue;
    const same = people.filter(({ status, name }) => status === "absent" && nameKey(name ?? "") === nameKey(person.name ?? ""));
    if (nameKey(person.name ?? "") !== "" && same.length === 1) person.may_be = same[0]?.registrant_id ?? null;
  }

  const attendees = people.filter(({ status, joins }) => joins > 0 && status !== "host" && status !== "panelist");
  const counts = new Map<number, number>();
  for (const { present } of attendees) for (const time of present) counts.set(time, (counts.get(time) ?? 0) + 1);
  const peak = Math.max(0, ...counts.values());
  const peakAt = [...counts].filter(([, count]) => count === peak).map(([time]) => time);
  const length = start === null || end === null ? 0 : end - start;
  const presentIn = (time: number): number => counts.get(time) ?? 0;
  const share = (percent: number): number | null =>
    running || start === null || attendees.length === 0
      ? null
      : presentIn(start + Number((BigInt(length) * BigInt(percent)) / 100n)) / attendees.length;
  const asks = input.asks_registration === true && input.registrants !== null;
  const registrations = known.filter((each) => each.registrations.length > 0);
  const statusCount = (status: string) => (asks ? registrations.filter((each) => counting(each)?.status === status).length : null);
  const approved = registrations.filter((each) => counting(each)?.status === "approved");
  const approvedWhoCame = approved.filter(({ label }) => rows.some(({ owner }) => owner === label));
  const came = (status: string) => people.filter((person) => person.status === status && person.joins > 0).length;
  const seconds = attendees.map((person) => person.seconds).sort((a, b) => a - b);
  const middle = seconds.length === 0 ? [] : [seconds[Math.ceil(seconds.length / 2) - 1] ?? 0, seconds[Math.floor(seconds.length / 2)] ?? 0];
  const curve: { at: string; present: number }[] = [];
  if (start !== null && end !== null) for (let time = start; time < end; time += 60) curve.push({ at: at(time), present: presentIn(time) });
  return {
    people: people.map(({ present: _present, ...person }) => person),
    curve,
    totals: {
      registered: asks ? registrations.length : null,
      approved: statusCount("approved"),
      pending: statusCount("pending"),
      denied: statusCount("denied"),
      attended: input.asks_registration === false ? null : came("attended"),
      absent: asks ? people.filter(({ status }) => status === "absent").length : null,
      walk_ins: asks ? came("walk_in") : null,
      attendees: attendees.length,
      hosts: came("host"),
      panelists: came("panelist"),
      show_rate: asks && approved.length > 0 ? approvedWhoCame.length / approved.length : null,
      average_minutes:
        seconds.length === 0
          ? null
          : tenths(
              seconds.reduce((sum, each) => sum + each, 0),
              60 * seconds.length,
            ),
      median_minutes: seconds.length === 0 ? null : tenths((middle[0] ?? 0) + (middle[1] ?? 0), 120),
      peak_concurrent: peak,
      peak_at: peak === 0 ? null : at(Math.min(...peakAt)),
      rows: rows.length,
      drop_off: { "25": share(25), "50": share(50), "75": share(75), "95": share(95) },
    },
  };
};
