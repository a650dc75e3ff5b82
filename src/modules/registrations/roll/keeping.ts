import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import type { Who } from "../../../platform/http/person.ts";
import { programmeDoors, requireActivity, type Activity, type Programme } from "../../activities/index.ts"; // prettier-ignore
import { mayDo } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { lockedOpening, openingById, type DatedOpening } from "../opening/queries.ts";
import type { By } from "../opening/write.ts";
import { registrationById, type Registration } from "../record/queries.ts";

/** The registrations of one activity, as the person who asks may decide of them, and read who registered. */
export type Keeping = {
  programme: Programme;
  activity: Activity;
  /** Whether they decide: places, dates, what is asked. */
  sets: boolean;
  /** Whether they read names: people of the association who were given it, never the town hall. */
  reads: boolean;
  by: By;
};

type Finding = (ask: Ask) => Promise<Keeping>;

const keepingBy =
  (find: (ask: Ask) => Promise<Programme>): Finding =>
  async (ask) => {
    const programme = await find(ask);
    const activity = await requireActivity(ask, programme);
    const member = requirePerson(ask).associations.find(({ id }) => id === programme.id);
    const reads = programme.side === "space" && mayDo(member, "registrations");
    const { actor, at } = programme.hand;
    return { programme, activity, sets: programme.writes || reads, reads, by: { actor, at } };
  };

/** Someone who decides of registrations. */
export const deciding = (keeping: Keeping): Keeping => (keeping.sets ? keeping : notFound());

/** The two sides they are decided from. Only the first reads names. */
export const sides: readonly { base: string; who: Who; find: Finding }[] = programmeDoors.map(
  ({ base, who, find }) => ({ base, who, find: keepingBy(find) }),
);

/** The only side names are read from: at the desk their addresses do not exist. */
export const naming: typeof sides = sides
  .filter(({ base }) => base.startsWith("/espace/"))
  .map((side) => ({
    ...side,
    find: async (ask) => {
      const keeping = await side.find(ask);
      return keeping.reads ? keeping : notFound();
    },
  }));

/** The opening the address names; `lock` keeps it until the transaction ends. */
export async function requireOpening(
  ask: Ask,
  { activity }: Keeping,
  lock = false,
): Promise<DatedOpening> {
  const id = ask.params["opening"] ?? "";
  const found = isUuid(id)
    ? await (lock ? lockedOpening(ask.tx, id) : openingById(ask.tx, id))
    : undefined;
  return found?.activityId === activity.id ? found : notFound();
}

/** One of its registrations, while its names are kept. */
export async function requireRegistration(ask: Ask, opening: DatedOpening): Promise<Registration> {
  const id = ask.params["registration"] ?? "";
  const found = isUuid(id) ? await registrationById(ask.tx, id) : undefined;
  return found?.openingId === opening.id && found.purgedAt === null ? found : notFound();
}
