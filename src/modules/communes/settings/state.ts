import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import { auditLapsed, legalStatus, linesOf } from "./rules.ts";
import type { Values } from "./schema.ts";
import {
  addedLanguages,
  sections,
  type FieldName,
  type Section,
  type SectionId,
} from "./sections.ts";
import { settingsUrls } from "./urls.ts";

export type SettingsLine = {
  title: string;
  path: string;
  summary: string | undefined;
  state: "done" | "to_do" | undefined;
  /** True for a page that is read, or that belongs to another room: one opens it, rather than change it. */
  read?: true;
};
export type SettingsState = readonly {
  id: "commune" | "mail" | "legal" | "site";
  lines: readonly SettingsLine[];
}[];

/** What must be said for a section to count as done; the others are done as they are. */
const needed: Partial<Record<SectionId, readonly FieldName[]>> = {
  identity: ["insee"],
  welcome: ["phone", "hours", "email", "address"],
  sender: ["sender_name", "sender_email"],
  legal: ["publisher", "director", "host", "dataProtectionOfficer"],
  accessibility: ["auditedOn"],
  statement: ["statementOn", "testEnvironments", "tools", "testedPages"],
  publication: ["directory_published_on", "rules_published_on"],
};

/** What the list of settings says: a line each, whether it is done, and its first words. */
export function settingsState(
  t: Translate,
  values: Values,
  other: { logo: boolean; districts: number; today: string },
): SettingsState {
  const line = (id: SectionId): SettingsLine => {
    const section = sections.find((one) => one.id === id) as Section;
    const asked = needed[id];
    const lapsed =
      id === "accessibility" &&
      auditLapsed({ auditedOn: String(values.auditedOn ?? "") }, other.today);
    const complete = asked?.every((name) => values[name]?.length) && !lapsed;
    return {
      title: t(`settings:section.${id}.title`),
      path: settingsUrls.section(section.path),
      summary: summaryOf(t, section, values, other.today),
      state: asked && (complete ? "done" : "to_do"),
    };
  };
  return [
    {
      id: "commune",
      lines: [
        line("identity"),
        {
          title: t("settings:look.title"),
          path: settingsUrls.colours,
          summary: t(`settings:look.${other.logo ? "summary" : "summaryBare"}`),
          state: other.logo ? "done" : "to_do",
        },
        {
          title: t("settings:districts.title"),
          path: settingsUrls.districts,
          summary: t("settings:districts.count", { count: other.districts }),
          state: other.districts ? "done" : "to_do",
        },
        line("welcome"),
        link(t("settings:calendar.title"), settingsUrls.calendar, t("settings:calendar.lead")),
        link(t("toolsdesk:settings.title"), settingsUrls.tools, t("toolsdesk:settings.summary")),
      ],
    },
    {
      id: "mail",
      lines: [
        line("sender"),
        link(t("settings:mailbox.title"), settingsUrls.mail, t("settings:mailbox.lead")),
        link(t("settings:team.title"), settingsUrls.team, t("settings:team.lead")),
      ],
    },
    {
      id: "legal",
      lines: [
        line("legal"),
        line("accessibility"),
        line("contents"),
        line("statement"),
        link(t("settings:erasing.title"), settingsUrls.erasing, t("settings:erasing.lead")),
      ],
    },
    {
      id: "site",
      lines: [
        line("publication"),
        line("languages"),
        line("outside"),
        line("framing"),
        link(t("settings:hosts.title"), settingsUrls.hosts, t("settings:hosts.lead")),
      ],
    },
  ];
}

function summaryOf(
  t: Translate,
  section: Section,
  values: Values,
  today: string,
): string | undefined {
  if (section.id === "languages")
    return [
      t("settings:language.fr"),
      ...addedLanguages
        .filter((code) => values.languages?.includes(code))
        .map((code) => t(`settings:language.${code}`)),
    ].join(", ");
  if (section.id === "outside") {
    const open = section.fields.filter(({ name }) => values[name] === "on");
    if (open.length === 0) return t("settings:outside.none");
    return open.map(({ name }) => t(`settings:field.${name}.label`)).join(", ");
  }
  if (section.id === "framing") {
    const sites = linesOf(String(values.framing_sites ?? ""));
    return sites.length ? sites.join(", ").slice(0, 120) : t("settings:framing.any");
  }
  if (section.id === "accessibility") {
    const audit = {
      auditedOn: String(values.auditedOn ?? ""),
      auditRate: String(values.auditRate ?? ""),
    };
    if (auditLapsed(audit, today)) return t("settings:audit.old");
    return t("settings:audit.state", { state: t(`settings:audit.${legalStatus(audit, today)}`) });
  }
  const first = section.fields.map(({ name }) => values[name]).find((value) => value?.length);
  if (first === undefined) return t("settings:none");
  const text = String(first).slice(0, 120);
  if (section.id === "welcome") return spoken(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longDay("fr", text) : text;
}

const link = (title: string, path: string, summary: string): SettingsLine => ({
  title,
  path,
  summary,
  state: undefined,
  read: true,
});
