import { randomUUID } from "node:crypto";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { publish } from "../../communes/index.ts";
import { byHand, requireSituation } from "../edit/routes.tsx";
import { situationOf } from "../record/queries.ts";
import { writeAll } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { contactPage } from "./pages.tsx";
import { contactSchema } from "./reading.ts";
import { hiddenContact } from "./rules.ts";
import { contactFieldNames, contactTyped, contactValues } from "./values.ts";
import type { ContactWrite } from "./write.ts";

async function known(ask: Ask) {
  const situation = await requireSituation(ask);
  const contactId = ask.params["contact"];
  const old = situation.contacts.find((one) => one.id === contactId);
  if (contactId && !old) return notFound();
  return { situation, contactId, old };
}

async function save(ask: Ask): Promise<Answer> {
  const { situation, contactId, old } = await known(ask);
  const shaped = shape(ask.t, contactSchema, ask.form, contactFieldNames, ["shown"]);
  if ("problems" in shaped) {
    const form = formState(ask.form, shaped.problems);
    return page(contactPage(ask.view, { situation, contactId, form }), 422);
  }
  const last = Math.max(0, ...situation.contacts.map((one) => one.position));
  const now = contactTyped(old ?? hiddenContact(randomUUID(), last + 1), shaped.value);
  if (JSON.stringify(now) !== JSON.stringify(old)) await write(ask, { id: now.id, old, now });
  return redirect(ask.view.href(urls.one(situation.id)), "registry.contact_saved");
}

async function write(ask: Ask, contact: ContactWrite): Promise<void> {
  const id = ask.params["id"] ?? "";
  await situationOf(ask.tx, id, true);
  await writeAll(
    ask.tx,
    [{ id, changes: {}, contacts: [contact] }],
    byHand(ask),
    "association.edited",
  );
  await publish(ask.tx);
}

export const contactRoutes: Route[] = [
  get(urls.newContact(":id"), recordWriters, async (ask) => {
    const { situation } = await known(ask);
    return page(contactPage(ask.view, { situation, contactId: undefined, form: blankForm }));
  }),
  post(urls.newContact(":id"), recordWriters, save),

  get(urls.contact(":id", ":contact"), recordWriters, async (ask) => {
    const { situation, contactId, old } = await known(ask);
    const form = { values: old ? contactValues(old) : {}, errors: {} };
    return page(contactPage(ask.view, { situation, contactId, form }));
  }),
  post(urls.contact(":id", ":contact"), recordWriters, save),

  post(urls.contactRemoval(":id", ":contact"), recordWriters, async (ask) => {
    const { situation, old } = await known(ask);
    if (old) await write(ask, { id: old.id, old });
    return redirect(ask.view.href(urls.one(situation.id)), "registry.contact_removed");
  }),
];
