import type { Config } from "../config.ts";

/**
 * Public origin of a host name, without trailing slash. Behind `PUBLIC_URL` every commune shares its scheme and port:
 * what a request says of them is not believed. Without it the site is local and answers as it was asked.
 */
export function originOf(config: Pick<Config, "publicUrl">, host: string): string {
  if (!config.publicUrl) return `http://${host}`;
  const { protocol, port } = new URL(config.publicUrl);
  return `${protocol}//${host.replace(/:\d+$/, "")}${port ? `:${port}` : ""}`;
}
