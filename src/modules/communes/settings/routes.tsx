import { dayOf } from "../../../platform/clock.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import {
  type Problem,
  baseOf,
  formState,
  movedSince,
  shape,
  typedFrom,
} from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { spoken } from "../../../ui/phone.ts";
import { countDistricts } from "../districts/queries.ts";
import { publish } from "../published.ts";
import { recordChanges } from "./journal.ts";
import { hostsPage, sectionPage, settingsListPage } from "./pages.tsx";
import { communeRow, hostsOf, saveSettings, settingsValues } from "./queries.ts";
import {
  auditLacks,
  changesBetween,
  linesOf,
  siteNamed,
  testedPage,
  updatedTooSoon,
} from "./rules.ts";
import { schemaOf, type Values } from "./schema.ts";
import { sections, type FieldName, type Section } from "./sections.ts";
import { settingsState } from "./state.ts";
import { settingsUrls } from "./urls.ts";

const administrator = staff("administrator");

export const routes: Route[] = [
  get(settingsUrls.all, administrator, async (ask) => {
    const row = await communeRow(ask.tx);
    const state = settingsState(ask.t, await settingsValues(ask.tx), {
      logo: row.logo_file_id !== null,
      districts: await countDistricts(ask.tx),
      today: dayOf(ask.now),
    });
    return page(settingsListPage(ask.view, state));
  }),
  get(settingsUrls.hosts, administrator, async (ask) =>
    page(hostsPage(ask.view, await hostsOf(ask.tx))),
  ),
  post(settingsUrls.testMail, administrator, async (ask) => {
    const { id, email } = requirePerson(ask);
    const said = { site: ask.tenant.view.siteName, sender: ask.tenant.senderName };
    await queueMail(ask.tx, {
      kind: "sender_test",
      to: email,
      toPersonId: id,
      subject: ask.t("settings:test.subject", said),
      text: ask.t("settings:test.text", said),
    });
    return redirect(ask.view.href(settingsUrls.section("expediteur")), "settings.test_sent");
  }),
  ...sections.flatMap(sectionRoutes),
];

/** Each form has its own address: other rooms have theirs under the same path. */
function sectionRoutes(section: Section): Route[] {
  const path = settingsUrls.section(section.path);
  return [
    get(path, administrator, async (ask) => {
      const values = await settingsValues(ask.tx);
      return shown(ask, section, formState(typedFrom(readable(section, values))), values);
    }),
    post(path, administrator, async (ask) => {
      const before = await settingsValues(ask.tx);
      const single = section.fields.filter(({ kind }) => kind !== "languages");
      const lists = section.fields.filter(({ kind }) => kind === "languages");
      const names = (fields: typeof single) => fields.map(({ name }) => name);
      const shaped = shape(ask.t, schemaOf(section), ask.form, names(single), names(lists));
      const refused = (problems: Problem[]) =>
        shown(ask, section, formState(ask.form, problems), before, 422);
      if ("problems" in shaped) return refused(shaped.problems);
      if (movedSince(ask.form, valuesOf(section, before)))
        return refused([{ field: "", sentence: ask.t("settings:problem.moved") }]);
      const problem = meaning(ask, section, shaped.value);
      if (problem) return refused([problem]);
      const said = keepingNumbers(section, before, shaped.value);
      const changes = changesBetween<FieldName>(before, said);
      if (!changes.length) return redirect(ask.view.href(settingsUrls.all), "settings.unchanged");
      await saveSettings(ask.tx, said);
      const personal = new Set<string>(
        section.fields.filter((field) => field.personal).map(({ name }) => name),
      );
      await recordChanges(ask, `settings.${section.id}`, changes, personal);
      await publish(ask.tx);
      return redirect(ask.view.href(settingsUrls.all), "settings.saved");
    }),
  ];
}

const valuesOf = (section: Section, values: Values) =>
  Object.fromEntries(section.fields.map(({ name }) => [name, values[name]]));

/** The values of a section as its form shows them: numbers as people write them. */
const readable = (section: Section, values: Values) =>
  Object.fromEntries(
    section.fields.map(({ name, kind }) => [
      name,
      kind === "tel" ? spoken(String(values[name] ?? "")) : values[name],
    ]),
  );

/** What was typed, a number only written another way staying as it is kept. */
function keepingNumbers(section: Section, before: Values, typed: Values): Values {
  const same = section.fields.filter(
    ({ name, kind }) =>
      kind === "tel" && spoken(String(before[name] ?? "")) === spoken(String(typed[name] ?? "")),
  );
  return { ...typed, ...Object.fromEntries(same.map(({ name }) => [name, before[name]])) };
}

function shown(
  ask: Ask,
  section: Section,
  form: ReturnType<typeof formState>,
  values: Values,
  status = 200,
): Answer {
  const audit = {
    auditedOn: String(values.auditedOn ?? ""),
    auditRate: String(values.auditRate ?? ""),
  };
  const about = {
    email: requirePerson(ask).email,
    audit,
    today: dayOf(ask.now),
    base: baseOf(valuesOf(section, values)),
  };
  return page(sectionPage(ask.view, section, form, about), status);
}

/** What the shape cannot see: dates to come, audits given by halves, updates before the statement, lines that are no page or no site. */
function meaning(ask: Ask, section: Section, values: Values): Problem | undefined {
  const { t } = ask;
  const today = dayOf(ask.now);
  const text = (name: FieldName) => String(values[name] ?? "");
  const late = section.fields.find(({ name, kind }) => kind === "date" && text(name) > today);
  if (late) return { field: late.name, sentence: t("settings:problem.future") };
  if (section.id === "accessibility") {
    const field = auditLacks({
      auditedOn: text("auditedOn"),
      auditRate: text("auditRate"),
      auditor: text("auditor"),
    });
    return field && { field, sentence: t("settings:problem.audit_incomplete") };
  }
  if (section.id === "framing") {
    const wrong = linesOf(text("framing_sites")).find((one) => !siteNamed(one));
    return wrong === undefined
      ? undefined
      : {
          field: "framing_sites",
          sentence: t("settings:problem.site", { line: wrong.slice(0, 80) }),
        };
  }
  if (section.id !== "statement") return undefined;
  if (updatedTooSoon(text("statementOn"), text("statementUpdatedOn")))
    return { field: "statementUpdatedOn", sentence: t("settings:problem.updated_too_soon") };
  const line = linesOf(text("testedPages"))
    .find((one) => !testedPage(one))
    ?.slice(0, 80);
  return line === undefined
    ? undefined
    : { field: "testedPages", sentence: t("settings:problem.tested_page", { line }) };
}
