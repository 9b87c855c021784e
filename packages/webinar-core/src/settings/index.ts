export { sessionOptionsOf } from "./session-options.ts";
export { describeSetting, placeholderOf, type Setting, type SettingTable, type SettingValues, switchOf, variableOf } from "./setting.ts";
export { LOG_LEVELS, type LogLevel, SERVER_SETTINGS, SESSION_SETTINGS } from "./table.ts";
