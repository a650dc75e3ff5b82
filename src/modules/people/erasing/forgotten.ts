import { sql } from "kysely";
import type { Database } from "../../../platform/db/database.ts";
import { retention } from "../../../platform/retention.ts";
import type { PersonalData } from "../personal-data.ts";
import { erasePerson } from "./erase.ts";

/** Accounts erased in one night: the next one goes on. */
const most = 200;

/** Erases the accounts that lead to nothing any more and that nobody used for months, each in its own transaction. */
export async function eraseForgotten(
  database: Database,
  communeId: number,
  { rooms, at }: { rooms: readonly PersonalData[]; at: Date },
): Promise<void> {
  const { rows } = await database.read(communeId, (tx) =>
    sql<{ id: string }>`
      select p.person_id as id from person p
      where not p.demonstration
        and coalesce(p.last_seen_on, p.created_at::date)
          < (${at}::timestamptz - make_interval(months => ${retention.accountMonths}))::date
        and not exists (select from staff_role r where r.person_id = p.person_id)
        and not exists (select from association_member m where m.person_id = p.person_id)
      order by p.person_id limit ${most}`.execute(tx),
  );
  for (const { id } of rows)
    await database.write(communeId, (tx) =>
      erasePerson(tx, { id }, { rooms, at, actor: { kind: "system" } }),
    );
}
