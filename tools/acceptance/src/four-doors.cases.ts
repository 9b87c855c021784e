import type { Case } from "./cases/case.ts";
import { cleanUp } from "./cases/clean-up.ts";
import { inviteLinks } from "./cases/invite-links.ts";
import { panelists } from "./cases/panelists.ts";
import { pastWebinars } from "./cases/past-webinars.ts";
import { polls } from "./cases/polls.ts";
import { registrants } from "./cases/registrants.ts";
import { survey } from "./cases/survey.ts";
import { users } from "./cases/users.ts";
import { webinars } from "./cases/webinars.ts";

/** In this order: later calls use what earlier ones made. */
export const cases: readonly Case[] = [
  ...users,
  ...webinars,
  ...registrants,
  ...panelists,
  ...polls,
  ...survey,
  ...inviteLinks,
  ...pastWebinars,
  ...cleanUp,
];
