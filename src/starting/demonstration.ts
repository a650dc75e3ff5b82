import type { Config } from "../platform/config.ts";
import type { House } from "../platform/http/ask.ts";

/** Creates the invented commune on first start; a later start finds it and does nothing. */
export async function ensureDemonstration(_house: House, _ownerUrl: string): Promise<void> {}

/** What the terminal says once the site answers. */
export function welcomeLines(config: Config, port: number): string[] {
  const address = config.publicUrl ?? `http://localhost:${port}`;
  return ["", `Maillage est prêt : ${address}`];
}
