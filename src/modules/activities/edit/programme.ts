import { dayOf } from "../../../platform/clock.ts";
import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { associationMember, type Who } from "../../../platform/http/person.ts";
import { mayDo, recordWriters, situationOf } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import type { Activity } from "../record/fields.ts";
import { activityById, lockedActivity } from "../record/queries.ts";
import type { Hand } from "../record/history.ts";
import { urls } from "../urls.ts";

/** The activities of one association, as the person who asks may see and change them. */
export type Programme = {
  id: string;
  slug: string;
  name: string;
  side: "space" | "desk";
  /** Address of the list; everything else is under it. */
  base: string;
  /** Whether they may change it. */
  writes: boolean;
  today: string;
  hand: Hand;
};

/** The association's own side: members read, those who look after its page write. */
async function programmeInSpace(ask: Ask): Promise<Programme> {
  const id = ask.params["id"] ?? "";
  const member = requirePerson(ask).associations.find((one) => one.id === id);
  if (!member) return notFound();
  return {
    ...(await named(ask, id)),
    side: "space",
    base: urls.space(id),
    writes: mayDo(member, "listing"),
    hand: handOf(ask, "association"),
  };
}

/** The town hall's side, for an association that calls. */
async function programmeAtDesk(ask: Ask): Promise<Programme> {
  const id = ask.params["id"] ?? "";
  return {
    ...(await named(ask, id)),
    side: "desk",
    base: urls.desk(id),
    writes: true,
    hand: handOf(ask, "agent"),
  };
}

async function named(ask: Ask, id: string) {
  const situation = isUuid(id) ? await situationOf(ask.tx, id) : undefined;
  if (!situation) return notFound();
  return { id, slug: situation.slug, name: situation.record.name, today: dayOf(ask.now) };
}

const handOf = (ask: Ask, source: Hand["source"]): Hand => ({
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
  source,
});

/** Who changes when things take place, for the room of scheduling. */
export const byOf = ({ hand }: Programme) => ({ actor: hand.actor, at: hand.at });

/** The programme, for someone who may change it. */
export const writing = (programme: Programme): Programme =>
  programme.writes ? programme : notFound();

/** The activity the address names, when it is of this programme; `lock` keeps it until the transaction ends. */
export async function requireActivity(
  ask: Ask,
  programme: Programme,
  lock = false,
): Promise<Activity> {
  const id = ask.params["activity"] ?? "";
  const found = isUuid(id)
    ? await (lock ? lockedActivity(ask.tx, id) : activityById(ask.tx, id))
    : undefined;
  return found?.association.id === programme.id ? found : notFound();
}

/** The two doors to the activities of an association. */
export const doors: readonly {
  base: string;
  who: Who;
  find: (ask: Ask) => Promise<Programme>;
}[] = [
  { base: urls.space(":id"), who: associationMember, find: programmeInSpace },
  { base: urls.desk(":id"), who: recordWriters, find: programmeAtDesk },
];
