import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Sought } from "../../people/index.ts";

/**
 * Names and numbers somebody is known by, beside their address: in contacts as they are, as the history tells them and as
 * merges keep them, and in what they sent. A single word and the name of an association are nobody's name; a number
 * another contact has too is the association's.
 */
export async function knownBy(
  tx: Tx,
  { id, email }: Sought,
): Promise<Pick<Sought, "names" | "phones">> {
  const { rows } = await sql<{ name: string | null; phone: string | null }>`
    with theirs (name, phone) as (
      select name, phone from association_contact where person_id = ${id}::uuid or lower(email) = ${email}
      union select sender_name, sender_phone from proposal where lower(sender_email) = ${email}
      union select name, phone from claim_request where lower(email) = ${email}
      union select name, null from association_invitation where email = ${email}
      union select kept ->> 'name', kept ->> 'phone'
        from association_merge, jsonb_path_query(before_images, 'strict $.**.association_contact[*]') kept
        where lower(kept ->> 'email') = ${email}
      union select name.value, phone.value from (${told("email")}) address
        left join (${told("name")}) name using (entry_id, about_id, side)
        left join (${told("phone")}) phone using (entry_id, about_id, side)
        where lower(address.value) = ${email})
    select
      case when name like '% %' and not exists (select 1 from association a where lower(a.name) = lower(theirs.name))
        then name end as name,
      case when not exists (select 1 from association_contact c
          where c.phone = theirs.phone and c.person_id is distinct from ${id}::uuid
            and lower(c.email) is distinct from ${email} and lower(c.name) is distinct from lower(theirs.name))
        then phone end as phone
    from theirs`.execute(tx);
  return {
    names: rows.flatMap(({ name }) => name ?? []),
    phones: rows.flatMap(({ phone }) => phone ?? []),
  };
}

/** The values of a field of contacts in the history, those before and those after. */
const told = (field: string) => sql`
  select entry_id, about_id, side, value from journal_personal,
    lateral (values ('old', old_value), ('new', new_value)) as both_sides (side, value)
  where about_kind = 'contact' and field = ${field} and value is not null`;
