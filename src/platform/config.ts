import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Root of the project, whether the code runs from `dist/` or not. */
export const projectRoot = resolve(fileURLToPath(import.meta.url), "../../../..");

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** "Plan IGN v2" of the Géoplateforme, in web Mercator: open, without key. */
const ignPlan =
  "https://data.geopf.fr/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" +
  "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z.url().optional(),
  MAILLAGE_DATA: z.string().min(1).default(resolve(projectRoot, "data")),
  MAILLAGE_DEMO: flag.default(true),
  MAILLAGE_DEV: flag.default(false),
  TRUSTED_PROXY: flag.default(false),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_REPLICA_URL: z.string().min(1).optional(),
  ADDRESS_LOOKUP_URL: z.url().default("https://data.geopf.fr/geocodage/search"),
  MAP_TILES_URL: z.url().default(ignPlan),
  MAP_TILES_CREDIT: z.string().min(1).default("© IGN"),
  SMTP_URL: z.string().min(1).optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPES: z.string().min(1).default("openid email"),
  OIDC_ACR_VALUES: z.string().default(""),
  OIDC_EMAIL_TRUSTED: flag.default(false),
  OIDC_NAME: z.string().min(1).default("ProConnect"),
  OUTSIDE_LOOPBACK: flag.default(false),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Config = {
  port: number;
  host: string;
  /** Public origin without trailing slash; absent in demonstration. */
  publicUrl: string | undefined;
  dataFolder: string;
  /** Whether the invented commune and its sign-ins exist. */
  demonstration: boolean;
  /** Whether pages for builders (`/style`) are mounted. */
  development: boolean;
  /** Whether `X-Forwarded-*` headers are believed. */
  trustedProxy: boolean;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  databaseReplicaUrl: string | undefined;
  smtpUrl: string | undefined;
  /** The service that says who the agents are (ProConnect, or any that speaks OpenID Connect); absent, it does not exist. */
  identityProvider: IdentityProvider | undefined;
  /** Address of the service that finds addresses, asked only for communes that turned it on. */
  addressLookupUrl: string;
  /** Template of the tiles of the detailed map, with `{z}`, `{x}` and `{y}`, and whom they are owed to. */
  mapTiles: { url: string; credit: string };
  /** Whether addresses people give may be of this machine: for tests, and neighbours on the same one. */
  outsideLoopback: boolean;
  logLevel: string;
};

/** What the operator says of an OpenID Connect provider. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  /** Levels of assurance asked for, any of which is enough; empty asks for none. */
  levels: readonly string[];
  /** Whether each address it gives is verified, though it does not say so. */
  emailTrusted: boolean;
  /** Its name on the button. */
  name: string;
};

/** A start-up fault the operator can mend: shown as one sentence, exit code 1. */
export class StartFault extends Error {}

/** Reads the environment; throws a `StartFault` that names the variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(present);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    throw new StartFault(
      `La variable ${name} n’a pas une valeur possible : « ${env[name] ?? ""} ».`,
    );
  }
  const e = read.data;
  if (!e.MAILLAGE_DEMO && !e.PUBLIC_URL)
    throw new StartFault(
      "MAILLAGE_DEMO=0 demande PUBLIC_URL, l’adresse publique du site (par exemple https://assos.ma-commune.fr).",
    );
  if (Boolean(e.DATABASE_URL) !== Boolean(e.DATABASE_OWNER_URL))
    throw new StartFault(
      "Une base externe demande deux adresses : DATABASE_URL (rôle du site) et DATABASE_OWNER_URL (rôle propriétaire).",
    );
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ""),
    dataFolder: resolve(e.MAILLAGE_DATA),
    demonstration: e.MAILLAGE_DEMO,
    development: e.MAILLAGE_DEV,
    trustedProxy: e.TRUSTED_PROXY,
    databaseUrl: e.DATABASE_URL,
    databaseOwnerUrl: e.DATABASE_OWNER_URL,
    databaseReplicaUrl: e.DATABASE_REPLICA_URL,
    smtpUrl: e.SMTP_URL,
    identityProvider: identityProviderOf(e),
    addressLookupUrl: e.ADDRESS_LOOKUP_URL,
    mapTiles: { url: e.MAP_TILES_URL, credit: e.MAP_TILES_CREDIT },
    outsideLoopback: e.OUTSIDE_LOOPBACK,
    logLevel: e.LOG_LEVEL,
  };
}

function identityProviderOf(e: z.output<typeof environment>): IdentityProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = e;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret)
    throw new StartFault(
      "Un fournisseur d’identité demande trois variables : OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET.",
    );
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== "https:" && !isLoopback(hostname))
    throw new StartFault("OIDC_ISSUER doit commencer par https://.");
  return {
    issuer,
    clientId,
    clientSecret,
    scopes: e.OIDC_SCOPES,
    levels: e.OIDC_ACR_VALUES.split(/\s+/).filter(Boolean),
    emailTrusted: e.OIDC_EMAIL_TRUSTED,
    name: e.OIDC_NAME,
  };
}

/** Whether an address to listen on is reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
