import { sql } from "kysely";
import { spoken } from "../../ui/phone.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Found, Searching, Sought } from "../communes/index.ts";
import { mayReadContacts, recordWriters } from "./rights.ts";
import { plainWords } from "./identity/names.ts";
import { urls } from "./urls.ts";

/** A column without accents nor capitals, to be compared with the words typed. */
export const flat = (column: string) =>
  sql`translate(lower(coalesce(${sql.ref(column)}, '')), 'àâäáéèêëíîïóôöúùûüçñ’', 'aaaaeeeeiiiooouuuucn''')`;

/** Associations by name, acronym or number. Row-level security first narrows to the commune: a few thousand rows are read. */
export async function associationsNamed(tx: Tx, { text, plain }: Sought, most: number) {
  const number = text.toUpperCase().replace(/[\s.]/g, "");
  const { rows } = await sql<{ id: string; name: string; acronym: string | null; state: string }>`
    select association_id as id, name, acronym, state from association
    where merged_into is null
      and ((${plain} <> '' and position(${plain} in name_sort || ' ' || lower(coalesce(acronym, ''))) > 0)
        or rna = ${number} or siret = ${number} or siren = ${number})
    order by position(${plain} in name_sort) <> 1, name_sort, association_id limit ${most}`.execute(
    tx,
  );
  return rows;
}

/** The one association that is called so; nothing when none or several are. */
export async function associationNamed(tx: Tx, text: string): Promise<string | undefined> {
  const plain = plainWords(text).join(" ");
  const found = await associationsNamed(tx, { text, plain }, 20);
  const same = found.filter(({ name }) => plainWords(name).join(" ") === plain);
  const [only, more] = same.length ? same : found;
  return more ? undefined : only?.id;
}

const byName: Searching = async ({ tx, t }, sought, most) => {
  const rows = await associationsNamed(tx, sought, most);
  return rows.map(({ id, name, acronym, state }) => ({
    kind: "associations",
    path: urls.one(id),
    icon: "association",
    title: name,
    detail: [acronym, state === "active" ? "" : t(`associations:state.${state as "ceased"}`)]
      .filter(Boolean)
      .join(", "),
  }));
};

/** Associations by the name, the address or the number of a contact. */
const byContact: Searching = async ({ tx, person }, { text, plain }, most) => {
  if (!mayReadContacts(person)) return [];
  const digits = text.replace(/\D/g, "").replace(/^(0|33|0033)/, "");
  const { rows } = await sql<{
    id: string;
    association: string;
    name: string | null;
    email: string | null;
    phone: string | null;
  }>`
    select a.association_id as id, a.name as association, c.name, c.email, c.phone
    from association_contact c join association a on a.association_id = c.association_id
    where a.merged_into is null and (position(${plain} in ${flat("c.name")}) > 0
      or position(${text.toLowerCase()} in lower(coalesce(c.email, ''))) > 0
      or (length(${digits}) > 5 and position(${digits} in coalesce(c.phone, '')) > 0))
    order by a.name_sort, c.position, c.contact_id limit ${most}`.execute(tx);
  return rows.map((row) => ({
    kind: "contacts",
    path: `${urls.one(row.id)}#contacts`,
    icon: "person",
    title: row.name ?? row.email ?? spoken(row.phone ?? ""),
    detail: row.association,
  }));
};

/** Proposals and reports by their name, their words or who sent them. */
const byProposal: Searching = async ({ tx, t, person }, { text, plain }, most) => {
  if (!recordWriters.allows(person)) return [];
  const { rows } = await sql<{ id: string; name: string | null; kind: string; state: string }>`
    select proposal_id as id, name, kind, state from proposal
    where position(${plain} in ${flat("name")}) > 0 or position(${plain} in ${flat("sender_name")}) > 0
      or position(${text.toLowerCase()} in lower(coalesce(sender_email, ''))) > 0
      or position(${plain} in ${flat("body")}) > 0
    order by state <> 'waiting', created_at desc, proposal_id limit ${most}`.execute(tx);
  return rows.map(({ id, name, kind, state }) => ({
    kind: "proposals",
    path: urls.proposal(id),
    icon: "report",
    title: name ?? "",
    detail: `${t(`registry:queue.kind.${kind as "error"}`)}, ${t(`registry:queue.state.${state as "waiting"}`).toLowerCase()}`,
  }));
};

export const searching: Searching = async (...asked) => {
  const found: Found[] = [];
  for (const search of [byName, byContact, byProposal]) found.push(...(await search(...asked)));
  return found;
};
