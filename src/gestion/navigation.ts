import { roles, type Person, type Role } from "../platform/http/person.ts";
import type { Translate } from "../platform/i18n/index.ts";
import type { DeskGroup, IconName } from "../ui/index.ts";

const writing = ["referent", "communication"] as const;
const answering = [...writing, "front_desk"] as const;

/** Lines of the side navigation, by group: the one place that knows every room of the municipal side. */
const groups = [
  {
    title: "today",
    items: [
      { path: "/gestion", words: "home", icon: "home", who: roles },
      { path: "/gestion/file", words: "queue", icon: "tasks", who: roles },
      { path: "/gestion/propositions", words: "proposals", icon: "report", who: answering },
      { path: "/gestion/demandes-de-fiche", words: "claims", icon: "key", who: answering },
      { path: "/gestion/doublons", words: "duplicates", icon: "merge", who: ["referent"] },
      {
        path: "/gestion/besoins-declares",
        words: "declaredNeeds",
        icon: "report",
        who: [...answering, "equipment_manager", "elected"],
      },
      { path: "/gestion/annuaire/appels", words: "calls", icon: "phone", who: answering },
    ],
  },
  {
    title: "registry",
    items: [
      { path: "/gestion/associations", words: "associations", icon: "association", who: roles },
      {
        path: "/gestion/aide",
        words: "support",
        icon: "heart",
        who: ["referent", "communication", "front_desk", "elected"],
      },
      {
        path: "/gestion/materiel",
        words: "equipment",
        icon: "equipment",
        who: ["equipment_manager"],
      },
      { path: "/gestion/lieux", words: "places", icon: "place", who: roles },
      {
        path: "/gestion/lieux-ressources",
        words: "resourcePlaces",
        icon: "equipment",
        who: ["referent", "front_desk"],
      },
      { path: "/gestion/imports", words: "imports", icon: "import", who: ["referent"] },
      {
        path: "/gestion/registre",
        words: "nationalRegistry",
        icon: "newspaper",
        who: ["referent"],
      },
    ],
  },
  {
    title: "writing",
    items: [
      {
        path: "/gestion/actualites",
        words: "news",
        icon: "newspaper",
        who: ["referent", "communication"],
      },
      {
        path: "/gestion/diffusion",
        words: "diffusion",
        icon: "share",
        who: ["referent", "communication"],
      },
      { path: "/gestion/annuaire/rappels", words: "reminders", icon: "mail", who: ["referent"] },
      { path: "/gestion/annuaire/campagnes", words: "campaigns", icon: "send", who: writing },
      { path: "/gestion/annuaire/lettres", words: "letters", icon: "print", who: writing },
      {
        path: "/gestion/documents",
        words: "templates",
        icon: "document",
        who: ["equipment_manager"],
      },
    ],
  },
  {
    title: "directory",
    items: [
      { path: "/gestion/annuaire/fraicheur", words: "freshness", icon: "wait", who: ["referent"] },
      { path: "/gestion/annuaire/priorite", words: "priority", icon: "star", who: ["referent"] },
      { path: "/gestion/annuaire/synonymes", words: "synonyms", icon: "tag", who: writing },
      { path: "/gestion/voisins", words: "neighbours", icon: "import", who: writing },
      {
        path: "/gestion/annuaire/besoins",
        words: "needs",
        icon: "search",
        who: [...answering, "elected"],
      },
    ],
  },
  {
    title: "programme",
    items: [
      { path: "/gestion/pilotage", words: "steering", icon: "figures", who: roles },
      {
        path: "/gestion/materiel/bilan",
        words: "equipmentReports",
        icon: "figures",
        who: ["equipment_manager", "referent", "elected"],
      },
      { path: "/gestion/engagements", words: "commitments", icon: "tasks", who: roles },
    ],
  },
  {
    title: "site",
    items: [
      { path: "/gestion/absences", words: "absences", icon: "calendar", who: roles },
      { path: "/gestion/reglages", words: "settings", icon: "settings", who: [] },
      { path: "/gestion/courriels", words: "mail", icon: "mail", who: [] },
    ],
  },
] as const satisfies readonly {
  title: string;
  items: readonly { path: string; words: string; icon: IconName; who: readonly Role[] }[];
}[];

/** What a person may enter; the administrator enters everywhere. */
export function deskOf(t: Translate, person: Person): DeskGroup[] {
  const mayEnter = (who: readonly Role[]) =>
    person.roles.some((role) => role === "administrator" || who.includes(role));
  return groups
    .map(({ title, items }) => ({
      title: t(`desk:group.${title}`),
      items: items
        .filter(({ who }) => mayEnter(who))
        .map(({ path, words, icon }) => ({ path, icon, words: t(`desk:item.${words}`) })),
    }))
    .filter(({ items }) => items.length > 0);
}
