import { account } from "./cases/account.ts";
import { attendance } from "./cases/attendance.ts";
import { branding } from "./cases/branding.ts";
import type { Case } from "./cases/case.ts";
import { chat } from "./cases/chat.ts";
import { cleanUp } from "./cases/clean-up.ts";
import { dashboards } from "./cases/dashboards.ts";
import { imports } from "./cases/imports.ts";
import { inviteLinks } from "./cases/invite-links.ts";
import { liveStream } from "./cases/live-stream.ts";
import { panelists } from "./cases/panelists.ts";
import { pastWebinars } from "./cases/past-webinars.ts";
import { polls } from "./cases/polls.ts";
import { registrants } from "./cases/registrants.ts";
import { registrationQuestions } from "./cases/registration-questions.ts";
import { reports } from "./cases/reports.ts";
import { summaries } from "./cases/summaries.ts";
import { survey } from "./cases/survey.ts";
import { templates } from "./cases/templates.ts";
import { tokens } from "./cases/tokens.ts";
import { tracking } from "./cases/tracking.ts";
import { users } from "./cases/users.ts";
import { webinars } from "./cases/webinars.ts";

/** In this order: later calls use what earlier ones made. */
export const cases: readonly Case[] = [
  ...account,
  ...users,
  ...webinars,
  ...registrants,
  ...registrationQuestions,
  ...panelists,
  ...imports,
  ...polls,
  ...survey,
  ...inviteLinks,
  ...pastWebinars,
  ...attendance,
  ...reports,
  ...summaries,
  ...dashboards,
  ...branding,
  ...templates,
  ...tracking,
  ...tokens,
  ...liveStream,
  ...chat,
  ...cleanUp,
];
