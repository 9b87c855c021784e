/** The attendee report of Zoom's portal in its form of 2026, column for column. Source: reports of 2020 to 2026, seen in public code. */
export const SUMMARY_COLUMNS = [
  "Topic",
  "Webinar ID",
  "Actual Start Time",
  "Actual Duration (minutes)",
  "# Registrants",
  "# Cancelled registrants",
  "Unique Viewers",
  "Total Users",
  "Max Concurrent Views",
  "Enable Registration",
] as const;

const STAY_COLUMNS = ["Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest", "Country/Region Name"] as const;

export const STAFF_COLUMNS = ["Attended", "User Name (Original Name)", "Email", ...STAY_COLUMNS] as const;

export const ATTENDEE_COLUMNS = [
  "Attended",
  "User Name (Original Name)",
  "First Name",
  "Last Name",
  "Email",
  "Registration Time",
  "Approval Status",
  ...STAY_COLUMNS,
] as const;

export const TITLE = "Attendee Report";
export const SECTIONS = { host: "Host Details", panelist: "Panelist Details", attendee: "Attendee Details", other: "Other Attended" } as const;

/** The value of an absent person's empty cell. */
export const NONE = "--";
