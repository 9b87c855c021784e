import { toNameKey } from "../people/names.ts";
import type { Fact } from "./row.ts";
import { type Held, personFacts, sessionSource } from "./sessions.ts";

const factsOf = async (held: Held): Promise<readonly Fact[]> =>
  held.report.people.map((person): Fact => {
    const { fields, ...who } = personFacts(held, person);
    const { registration, joins, first_join, last_leave, late, left_early, polls_answered, questions_asked, survey_answered, engagement } = person;
    return {
      ...who,
      key: `${held.uuid ?? held.report.sessions[0]?.start_time ?? ""}\n${person.registrant_id ?? person.email ?? toNameKey(person.name)}`,
      fields: {
        ...fields,
        ...{ registration, joins, first_join, last_leave, late, left_early, polls_answered, questions_asked, survey_answered, engagement },
      },
    };
  });

/** Who came to a webinar and who stayed away, a row for each person and session. */
export const attendanceSource = sessionSource(factsOf);
