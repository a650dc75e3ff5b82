import type { Person, Role } from "../../platform/http/person.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { DeskGroup, DeskItem } from "../../ui/desk-layout.tsx";
import { commitmentUrls } from "./commitments/urls.ts";
import { settingsUrls } from "./settings/urls.ts";

type Entry = { path: string; icon: DeskItem["icon"]; words: MenuWords; roles: readonly Role[] };
type MenuWords = "associations" | "imports" | "steering" | "commitments" | "settings" | "mail";

const associations: readonly Entry[] = [
  {
    path: "/gestion/associations",
    icon: "association",
    words: "associations",
    roles: ["administrator", "referent", "front_desk", "communication", "elected"],
  },
  {
    path: "/gestion/imports",
    icon: "import",
    words: "imports",
    roles: ["administrator", "referent"],
  },
];

const everybody: readonly Role[] = [
  "administrator",
  "referent",
  "equipment_manager",
  "front_desk",
  "communication",
  "elected",
];

const programme: readonly Entry[] = [
  { path: "/gestion/pilotage", icon: "figures", words: "steering", roles: everybody },
  { path: commitmentUrls.desk, icon: "tasks", words: "commitments", roles: everybody },
];

const site: readonly Entry[] = [
  { path: settingsUrls.all, icon: "settings", words: "settings", roles: ["administrator"] },
  { path: settingsUrls.mail, icon: "mail", words: "mail", roles: ["administrator"] },
];

/** The rooms of the municipal side this person may enter. */
export function deskMenu(t: Translate, person: Person | undefined): DeskGroup[] {
  const held = person?.roles ?? [];
  const group = (title: string, entries: readonly Entry[]): DeskGroup => ({
    title,
    items: entries
      .filter(({ roles }) => roles.some((role) => held.includes(role)))
      .map(({ path, icon, words }) => ({ path, icon, words: t(`settings:menu.${words}`) })),
  });
  return [
    group(t("settings:menu.group.associations"), associations),
    group(t("settings:menu.group.programme"), programme),
    group(t("settings:menu.group.site"), site),
  ].filter(({ items }) => items.length > 0);
}
