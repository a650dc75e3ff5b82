import { setTimeout as pause } from "node:timers/promises";
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
  const { place, turn } = await arrive(config, use);
  let database: Database | undefined;
  const close = async () => {
    await database?.close();
    await turn.leave(place.stop);
  };
  try {
    if (turn.state !== "taken")
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

const patience = 100;

/** Who arrives while the last of the others is stopping the embedded database starts it again. */
async function arrive(config: Config, use: Use, tries = 0) {
  try {
    const place = await addresses(config);
    const turn = await takeTurn(place.ownerUrl, use, place.embedded);
    if (turn.state !== "leaving" || tries >= patience) return { place, turn };
    await turn.leave(async () => undefined);
  } catch (fault) {
    if (config.databaseUrl || !isStopping(fault) || tries >= patience) throw fault;
  }
  await pause(100);
  return arrive(config, use, tries + 1);
}

/** It answered a moment ago, and no longer does. */
const isStopping = (fault: unknown): boolean =>
  fault instanceof Error &&
  (["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "57P01", "57P02", "57P03"].includes(
    (fault as NodeJS.ErrnoException).code ?? "",
  ) ||
    /Connection terminated/.test(fault.message));

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
