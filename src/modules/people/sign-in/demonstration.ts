import { notFound } from "../../../platform/http/answer.ts";
import { post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, roles, type Role } from "../../../platform/http/person.ts";
import { rolesOf } from "../queries.ts";
import type { Neighbours } from "../rooms.ts";
import { newToken } from "../tokens.ts";
import { urls } from "../urls.ts";
import { enter } from "./entering.ts";
import { inventedPeople } from "./queries.ts";
import { localPath, mayEnterAsSomeone } from "./rules.ts";

/** Whom one may enter as: a municipal role, or the head of an association. */
export type Part = Role | "president";
export type DemonstrationDoor = { part: Part; name: string };

/** Whether this request may enter the demonstration as someone invented. */
export function mayDemonstrate(ask: Ask): boolean {
  const { config } = ask.house;
  return mayEnterAsSomeone({
    demonstration: config.demonstration,
    communeInvented: ask.tenant.view.demonstration,
    trustedProxy: config.trustedProxy,
    publicHost: config.publicUrl ? new URL(config.publicUrl).hostname : undefined,
    listeningOn: config.host,
    askedHost: new URL(ask.view.origin).hostname,
    visitor: ask.ip,
  });
}

/** One door by role, for the first invented person who has it; none outside the demonstration. */
export const demonstrationDoors = async (
  ask: Ask,
  neighbours: Neighbours,
): Promise<DemonstrationDoor[]> =>
  mayDemonstrate(ask)
    ? (await parts(ask, neighbours)).map(({ part, name }) => ({ part, name }))
    : [];

export const demonstrationRoutes = (neighbours: Neighbours): Route[] => [
  post(urls.demonstration, anyone, async (ask) => {
    if (!mayDemonstrate(ask)) return notFound();
    const wanted = ask.form.get("role");
    const found = (await parts(ask, neighbours)).find(({ part }) => part === wanted);
    if (!found) return notFound();
    return enter(ask, found.id, newToken(), localPath(ask.form.get("suite")));
  }),
];

async function parts(ask: Ask, neighbours: Neighbours) {
  const found: (DemonstrationDoor & { id: string })[] = [];
  for (const { id, name } of await inventedPeople(ask.tx)) {
    const held = await rolesOf(ask.tx, id);
    const mine: Part[] = held.length
      ? held
      : (await neighbours.associationsOf(ask.tx, id)).some(({ role }) => role === "owner")
        ? ["president"]
        : [];
    for (const part of mine)
      if (!found.some((one) => one.part === part)) found.push({ part, name, id });
  }
  const order: readonly Part[] = [...roles, "president"];
  return found.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}
