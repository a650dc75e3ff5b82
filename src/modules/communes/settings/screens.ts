import type { Translate } from "../../../platform/i18n/index.ts";
import { sections } from "./sections.ts";
import { settingsUrls } from "./urls.ts";

/** Every page of the settings, by its title: what a search may find. */
export const settingsScreens = (t: Translate): { path: string; title: string }[] => [
  ...sections.map(({ id, path }) => ({
    path: settingsUrls.section(path),
    title: t(`settings:section.${id}.title`),
  })),
  { path: settingsUrls.colours, title: t("settings:look.title") },
  { path: settingsUrls.districts, title: t("settings:districts.title") },
  { path: settingsUrls.calendar, title: t("settings:calendar.title") },
  { path: settingsUrls.tools, title: t("toolsdesk:settings.title") },
  { path: settingsUrls.team, title: t("settings:team.title") },
  { path: settingsUrls.erasing, title: t("settings:erasing.title") },
];
