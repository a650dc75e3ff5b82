import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { patternOf, type Sought, type Unsearched } from "../../people/index.ts";
import { urls } from "../urls.ts";
import { agentsRead, type DocumentKind, type Paper } from "./rules.ts";

type Row = Pick<Paper, "id" | "datedOn" | "visibility" | "by"> & {
  kind: DocumentKind;
  associationId: string;
  association: string;
};

/**
 * The papers that may name someone, kept files nobody reads the words of: those of the associations they belong to, hold, are a
 * contact of or are named in the history of, and those they gave. Asked before an erasure, which undoes what says so.
 */
export async function unsearchedPapers(tx: Tx, who: Sought, t: Translate): Promise<Unsearched[]> {
  const { rows } = await sql<Row>`
    with theirs as (
      select association_id from association_member where person_id = ${who.id}::uuid
      union select association_id from association_invitation where email = ${who.email}
      union select association_id from claim_request where email = ${who.email}
      union select association_id from association_contact
        where lower(email) = ${who.email} or lower(name) = any(${who.names.map((name) => name.toLowerCase())}::text[])
      union select j.subject_id::uuid from journal_personal p join journal j on j.entry_id = p.entry_id
        where j.subject_kind = 'association'
          and ((p.about_kind = 'person' and p.about_id = ${who.id}::text)
            or concat_ws(' ', p.old_value, p.new_value) ~* ${patternOf(who)}))
    select d.document_id as id, d.kind, d.dated_on::text as "datedOn", d.visibility, d.by_kind as by,
      a.association_id as "associationId", a.name as association
    from association_document d
    join association of_ on of_.association_id = d.association_id
    join association a on a.association_id = coalesce(of_.merged_into, of_.association_id)
    where a.association_id in (
        select coalesce(m.merged_into, m.association_id) from theirs join association m on m.association_id = theirs.association_id)
      or (d.added_by = ${who.id}::uuid and d.by_kind = 'association')
    order by a.name, a.association_id, d.dated_on desc, d.kind, d.document_id`.execute(tx);
  return rows.map((paper) => ({
    title: t(`documents:kind.${paper.kind}`),
    day: paper.datedOn,
    path: agentsRead(paper) ? urls.document(paper.id) : undefined,
    association: { name: paper.association, path: urls.documents(paper.associationId) },
  }));
}
