import { notFound, redirect } from "../../../platform/http/answer.ts";
import { post, requirePerson, type Route } from "../../../platform/http/ask.ts";
import { requireSituation } from "../edit/routes.tsx";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { noteAlive, noteDead } from "./addresses.ts";

/** An agent says that an address receives nothing any more, or that it does after all. */
export const addressRoutes: Route[] = [
  post(urls.addressState(":id", ":contact"), recordWriters, async (ask) => {
    const { id, contacts } = await requireSituation(ask);
    const email = contacts.find((one) => one.id === ask.params["contact"])?.email;
    if (!email) return notFound();
    const by = { actor: { kind: "person" as const, id: requirePerson(ask).id }, at: ask.now };
    const dead = ask.form.get("state") === "dead";
    if (dead) await noteDead(ask.tx, email, "by_hand", by);
    else await noteAlive(ask.tx, email, by);
    const notice = dead ? "climbing.address_dead" : "climbing.address_alive";
    return redirect(`${ask.view.href(urls.one(id))}#contacts`, notice);
  }),
];
