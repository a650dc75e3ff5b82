import { redirect } from "../../../platform/http/answer.ts";
import { post, requirePerson, type Route } from "../../../platform/http/ask.ts";
import { publish } from "../../communes/index.ts";
import { sections } from "../codes.ts";
import { addressMarks } from "../reminders/addresses.ts";
import { requireSituation } from "../edit/routes.tsx";
import { recordWriters } from "../rights.ts";
import { showSituation } from "../situation/routes.tsx";
import { urls } from "../urls.ts";
import { askToConfirm, mainContact } from "./letter.ts";
import { confirmSections } from "./queries.ts";

/** What agents do for the freshness of a record: note a phone call, ask by mail. */
export const confirmingDeskRoutes: Route[] = [
  post(urls.confirmed(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const said = sections.filter((section) => ask.form.all("section").includes(section));
    if (!said.length)
      return showSituation(ask, [
        { field: "section", sentence: ask.t("registry:confirm.nothing") },
      ]);
    await confirmSections(ask.tx, id, said, {
      actor: { kind: "person", id: requirePerson(ask).id },
      at: ask.now,
      by: "agent",
      how: "phone",
    });
    await publish(ask.tx);
    return redirect(ask.view.href(urls.one(id)), "registry.confirmed");
  }),

  post(urls.confirmAsk(":id"), recordWriters, async (ask) => {
    const situation = await requireSituation(ask);
    const closed = new Set((await addressMarks(ask.tx, situation.id)).map((one) => one.contactId));
    const open = situation.contacts.filter(({ id }) => !closed.has(id));
    const contact = mainContact({ contacts: open });
    if (!contact?.email)
      return redirect(
        ask.view.href(urls.one(situation.id)),
        closed.size ? "registry.confirm_closed" : "registry.confirm_no_mail",
      );
    await askToConfirm(ask, situation, { ...contact, email: contact.email });
    return redirect(ask.view.href(urls.one(situation.id)), "registry.confirm_asked");
  }),
];
