import pg from "pg";
import { StartFault } from "../platform/config.ts";

/** Refuses an external database that does not answer, is too old, or whose two roles are not what they must be. */
export async function requireUsable(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = await asked(
    "DATABASE_OWNER_URL",
    ownerUrl,
    `select current_user as role, current_setting('server_version_num')::int as version,
            has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as creates`,
  );
  if (Number(owner["version"]) < 150_000)
    throw new StartFault("La base externe doit être un PostgreSQL 15 ou plus récent.");
  if (!owner["creates"])
    throw new StartFault(
      "Le rôle de DATABASE_OWNER_URL doit être propriétaire de la base, pour y créer les tables.",
    );
  const site = await asked(
    "DATABASE_URL",
    appUrl,
    `select rolsuper or rolbypassrls or pg_has_role(current_user, $1, 'member') as risky
     from pg_roles where rolname = current_user`,
    [owner["role"]],
  );
  if (site["risky"])
    throw new StartFault(
      "Le rôle de DATABASE_URL est propriétaire de la base ou contourne la séparation des communes : donnez-en un autre, simple, sans BYPASSRLS.",
    );
}

async function asked(
  variable: string,
  url: string,
  question: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>> {
  const client = clientOf(variable, url);
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(question, values);
    return rows[0] ?? {};
  } catch (fault) {
    throw new StartFault(`La base externe ne répond pas à ${variable} : ${reasonOf(fault)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientOf(variable: string, url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    throw new StartFault(`La variable ${variable} n’est pas une adresse PostgreSQL.`);
  }
}

/** A refused connection to several addresses of a name has no message of its own. */
function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return reasonOf(fault.errors[0]);
  return fault instanceof Error ? fault.message.replace(/\.$/, "") : "sans réponse";
}
