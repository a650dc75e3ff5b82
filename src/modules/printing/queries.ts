import { act, type Tx } from "../../platform/db/database.ts";
import { record, type Actor } from "../journal/index.ts";

export type Version = {
  kind: string;
  version: number;
  /** Nothing: the template that comes with the site. */
  source: string | null;
  savedAt: Date;
  by: string | null;
};

/** The versions of a template, the last one first; of all of them when none is named. */
export async function versionsOf(tx: Tx, kind?: string): Promise<Version[]> {
  const asked = tx
    .selectFrom("template_version as v")
    .leftJoin("person as p", "p.person_id", "v.saved_by")
    .select(["v.kind", "v.version", "v.source", "v.saved_at as savedAt", "p.name as by"])
    .orderBy("v.version", "desc");
  return (kind ? asked.where("v.kind", "=", kind) : asked).execute();
}

/** The text in use; nothing: the one that comes with the site. */
export async function sourceOf(tx: Tx, kind: string): Promise<string | null> {
  const row = await tx
    .selectFrom("template_version")
    .select("source")
    .where("kind", "=", kind)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.source ?? null;
}

/** Keeps a text as the version after `before`; refused when somebody kept one meanwhile. */
export const saveVersion = (
  tx: Tx,
  one: { kind: string; before: number; source: string | null },
  { actor, at, by }: { actor: Actor; at: Date; by: string },
) =>
  act(tx, { template_version_pkey: "meanwhile" as const }, async () => {
    await tx
      .insertInto("template_version")
      .values({
        kind: one.kind,
        version: one.before + 1,
        source: one.source,
        saved_at: at,
        saved_by: by,
      })
      .execute();
    await record(tx, {
      actor,
      at,
      subject: { kind: "template", id: one.kind },
      action: one.source === null ? "template.put_back" : "template.saved",
      change: { version: [one.before || null, one.before + 1] },
    });
  });
