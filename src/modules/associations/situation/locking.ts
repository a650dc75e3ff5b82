import { sql } from "kysely";
import { notFound, redirect } from "../../../platform/http/answer.ts";
import { post, requirePerson, type Route } from "../../../platform/http/ask.ts";
import { record } from "../../journal/index.ts";
import { requireSituation } from "../edit/routes.tsx";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";

/** An agent protects a value from files, or gives it back to them; the value itself does not move. */
export const lockingRoutes: Route[] = [
  post(urls.lock(":id"), recordWriters, async (ask) => {
    const { id, provenance } = await requireSituation(ask);
    const field = ask.form.get("field");
    if (!Object.hasOwn(provenance, field)) return notFound();
    const locked = ask.form.get("locked") === "yes";
    await sql`
      update association set revision = revision + 1,
        provenance = jsonb_set(provenance, array[${field}::text, 'locked'], to_jsonb(${locked}::boolean))
      where association_id = ${id}`.execute(ask.tx);
    await record(ask.tx, {
      actor: { kind: "person", id: requirePerson(ask).id },
      at: ask.now,
      subject: { kind: "association", id },
      action: locked ? "association.locked" : "association.unlocked",
      change: { field },
    });
    return redirect(
      `${ask.view.href(urls.one(id))}#provenance`,
      locked ? "registry.locked" : "registry.unlocked",
    );
  }),
];
