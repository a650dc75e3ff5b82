import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import type { Who } from "../../../platform/http/person.ts";
import { publish } from "../../communes/index.ts";
import { contactSchema } from "../contacts/reading.ts";
import { contactFieldNames, contactTyped, contactValues } from "../contacts/values.ts";
import { readBase } from "../edit/routes.tsx";
import { saveSection } from "../edit/save.ts";
import { editSections, sectionBase, sectionValues } from "../edit/sections.ts";
import type { Patch, Situation } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { writeAll, type Origin } from "../record/write.ts";
import { contactCorrectionPage, correctionPage, type Preview } from "./correction-pages.tsx";
import type { Holder } from "./holder.ts";
import { confirmSections } from "./queries.ts";
import { correctedBy, madeTrueBy } from "./rules.ts";
import { saidLines } from "./said-lines.ts";
import { venueLines } from "../situation/queries.ts";

type Form = (typeof correctedBy)[keyof typeof correctedBy];
const forms: readonly string[] = Object.values(correctedBy);

/** The forms that correct what the page asks to confirm: saving one also confirms what it says. */
export function correctionRoutes(
  base: string,
  who: Who,
  find: (ask: Ask) => Promise<Holder | "over">,
  over: (ask: Ask) => Promise<Answer>,
): Route[] {
  const path = `${base}/:form`;
  return [
    get(path, who, async (ask) => {
      const holder = await find(ask);
      if (holder === "over") return over(ask);
      return isContact(ask) ? shownContact(ask, holder) : shown(ask, holder, formOf(ask));
    }),
    post(path, who, async (ask) => {
      const holder = await find(ask);
      if (holder === "over") return over(ask);
      return isContact(ask) ? saveContact(ask, holder) : save(ask, holder, formOf(ask));
    }),
  ];
}

const isContact = (ask: Ask) => ask.params["form"] === "contact";

function formOf(ask: Ask): Form {
  const name = ask.params["form"] ?? "";
  return forms.includes(name) ? (name as Form) : notFound();
}

const originOf = ({ act }: Holder, ask: Ask): Origin => ({
  source: "association",
  at: ask.now,
  actor: act.actor,
});

function shown(
  ask: Ask,
  holder: Holder,
  form: Form,
  wrong?: { problems?: readonly Problem[]; moved?: boolean; preview?: Preview },
): Answer {
  const { record, revision } = holder.situation;
  const kept = wrong?.problems !== undefined;
  const body = correctionPage(ask.view, {
    holder,
    form,
    state: wrong
      ? formState(ask.form, wrong.problems ?? [])
      : { values: sectionValues(form, record), errors: {} },
    base: kept ? readBase(ask) : sectionBase(form, record),
    revision: kept ? Number(ask.form.get("_revision")) : revision,
    moved: wrong?.moved ?? false,
    preview: wrong?.preview,
  });
  return page(body, wrong && !wrong.preview ? 422 : 200);
}

/** What the sections of a form would say, for anybody who reads the page. */
async function previewOf(ask: Ask, situation: Situation, form: Form | "contact"): Promise<Preview> {
  const venues = await venueLines(ask.tx, situation.id);
  return madeTrueBy(form).map((section) => ({
    section,
    lines: saidLines(ask.t, { situation, venues }, section),
  }));
}

const onlyLooking = (ask: Ask) => ask.form.get("step") === "apercu";

async function save(ask: Ask, holder: Holder, form: Form): Promise<Answer> {
  const { schema, fields, lists } = editSections[form];
  const shaped = shape(ask.t, schema, ask.form, fields, lists);
  if ("problems" in shaped) return shown(ask, holder, form, { problems: shaped.problems });
  const patch: Patch = shaped.value;
  const { id } = holder.situation;
  if (onlyLooking(ask)) {
    const record = { ...holder.situation.record, ...patch } as Situation["record"];
    const preview = await previewOf(ask, { ...holder.situation, record }, form);
    return shown(ask, holder, form, { problems: [], preview });
  }
  const revision = Number(ask.form.get("_revision"));
  const edit = { id, patch, base: readBase(ask), revision };
  const outcome = (await saveSection(ask.tx, edit, originOf(holder, ask))) ?? notFound();
  if ("conflict" in outcome) {
    const { situation } = outcome.conflict;
    return shown(ask, { ...holder, situation }, form, { moved: true });
  }
  if ("refused" in outcome) return notFound();
  return saidTrue(ask, holder, form);
}

/** What was just written is what the association says today. */
async function saidTrue(ask: Ask, holder: Holder, form: Form | "contact"): Promise<Answer> {
  const said = madeTrueBy(form);
  await confirmSections(ask.tx, holder.situation.id, said, { ...holder.act, at: ask.now });
  await holder.done(said);
  await publish(ask.tx);
  return redirect(ask.view.href(holder.base), "confirming.corrected");
}

function shownContact(
  ask: Ask,
  holder: Holder,
  problems?: readonly Problem[],
  preview?: Preview,
): Answer {
  const { contact } = holder;
  if (!contact) return notFound();
  const state = problems
    ? formState(ask.form, problems)
    : { values: contactValues(contact), errors: {} };
  const body = contactCorrectionPage(ask.view, { holder, state, preview });
  return page(body, problems && !preview ? 422 : 200);
}

async function saveContact(ask: Ask, holder: Holder): Promise<Answer> {
  const { contact, situation } = holder;
  if (!contact) return notFound();
  const shaped = shape(ask.t, contactSchema, ask.form, contactFieldNames, ["shown"]);
  if ("problems" in shaped) return shownContact(ask, holder, shaped.problems);
  const now = contactTyped(contact, shaped.value);
  if (onlyLooking(ask)) {
    const contacts = situation.contacts.map((one) => (one.id === now.id ? now : one));
    return shownContact(
      ask,
      holder,
      [],
      await previewOf(ask, { ...situation, contacts }, "contact"),
    );
  }
  if (JSON.stringify(now) !== JSON.stringify(contact)) {
    await situationOf(ask.tx, situation.id, true);
    const contacts = [{ id: now.id, old: contact, now }];
    await writeAll(
      ask.tx,
      [{ id: situation.id, changes: {}, contacts }],
      originOf(holder, ask),
      "association.edited",
    );
  }
  return saidTrue(ask, holder, "contact");
}
