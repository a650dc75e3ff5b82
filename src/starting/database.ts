import { StartFault, type Config } from "../platform/config.ts";
import { startCluster } from "../platform/db/cluster.ts";
import { checkRuntimeRole, openDatabase, type Database } from "../platform/db/database.ts";
import { migrate, pendingMigrations } from "../platform/db/migrate.ts";
import { requireUsable } from "./external.ts";
import { takeTurn, type Use } from "./turn.ts";

export type Opened = {
  database: Database;
  ownerUrl: string;
  appUrl: string;
  /** Nobody else can be working on these data: the embedded database of a site that serves. */
  alone: boolean;
  /** Called when the embedded PostgreSQL stops under a site that serves. */
  onLost: (act: () => void) => void;
  /** Closes the pool and, for the last to leave, stops the embedded PostgreSQL. */
  close: () => Promise<void>;
};

/** Opens the database of this installation, embedded or external, brought to the schema of this code. */
export async function openInstallation(config: Config, use: Use): Promise<Opened> {
  const place = await addresses(config);
  const turn = await takeTurn(place.ownerUrl, use, place.embedded);
  let database: Database | undefined;
  const close = async () => {
    await database?.close();
    await turn.leave(place.stop);
  };
  try {
    if (!turn.taken)
      throw new StartFault(
        "Maillage travaille déjà sur ces données (le site, ou une restauration) : arrêtez-le d’abord.",
      );
    if (turn.besideSite) await requireSameSchema(place.ownerUrl);
    else await migrate(place.ownerUrl, place.appUrl);
    database = openDatabase(place.appUrl, { replicaUrl: config.databaseReplicaUrl });
    await checkRuntimeRole(database);
    const onLost = (act: () => void) => {
      if (place.embedded) turn.onLost(act);
    };
    const alone = place.embedded && use !== "command";
    const { ownerUrl, appUrl } = place;
    return { database, ownerUrl, appUrl, alone, onLost, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function addresses(config: Config) {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl && databaseOwnerUrl) {
    await requireUsable(databaseOwnerUrl, databaseUrl);
    return {
      appUrl: databaseUrl,
      ownerUrl: databaseOwnerUrl,
      embedded: false,
      stop: async () => undefined,
    };
  }
  const cluster = await startCluster(config.dataFolder);
  return {
    appUrl: cluster.url("maillage_app", "maillage"),
    ownerUrl: cluster.url("maillage_owner", "maillage"),
    embedded: true,
    stop: cluster.stop,
  };
}

/** A command never changes the schema under a site that serves. */
async function requireSameSchema(ownerUrl: string): Promise<void> {
  if ((await pendingMigrations(ownerUrl)).length)
    throw new StartFault(
      "Le site tourne encore avec la version précédente de Maillage : redémarrez-le, puis recommencez.",
    );
}
