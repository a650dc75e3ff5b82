import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { associationMember, type Who } from "../../../platform/http/person.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { mayDo } from "./rules.ts";

/** Who looks after the people of an association for the time of a request: one of them, or an agent on their behalf. */
export type Keeper = {
  association: { id: string; slug: string; name: string };
  side: "space" | "desk";
  personId: string;
  /** Address of its home, of the page of its people, and of its handover. */
  home: string;
  people: string;
  handover: string;
  /** All: responsible, or an agent. Readers: an editor who looks after those who only read. */
  may: "all" | "readers" | "nothing";
};

const associationOf = async (ask: Ask, id: string) =>
  (await ask.tx
    .selectFrom("association")
    .select(["association_id as id", "slug", "name"])
    .where("association_id", "=", id)
    .where("merged_into", "is", null)
    .executeTakeFirst()) ?? notFound();

/** Someone of the association of the address, whatever they may do there. */
export async function keeperInSpace(ask: Ask): Promise<Keeper> {
  const { id: personId, associations } = requirePerson(ask);
  const member = associations.find(({ id }) => id === ask.params["id"]) ?? notFound();
  const association = await associationOf(ask, member.id);
  return {
    association,
    side: "space",
    personId,
    home: urls.spaceListing(member.id),
    people: urls.spacePeople(member.id),
    handover: urls.spaceHandover(member.id),
    may: member.role === "owner" ? "all" : mayDo(member, "people") ? "readers" : "nothing",
  };
}

/** An agent on the behalf of an association. */
export async function keeperAtDesk(ask: Ask): Promise<Keeper> {
  const id = ask.params["id"] ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return notFound();
  return {
    association: await associationOf(ask, id),
    side: "desk",
    personId: requirePerson(ask).id,
    home: urls.one(id),
    people: urls.deskPeople(id),
    handover: urls.deskHandover(id),
    may: "all",
  };
}

/** Who acts, for the history. */
export const actorOf = ({ personId }: Keeper) => ({ kind: "person", id: personId }) as const;

/** Only those responsible, or an agent. */
export const requireAll = (keeper: Keeper): Keeper => (keeper.may === "all" ? keeper : notFound());

/** The two doors to the people of an association. */
export const doors: readonly {
  side: Keeper["side"];
  people: string;
  handover: string;
  who: Who;
  find: (ask: Ask) => Promise<Keeper>;
}[] = [
  {
    side: "space",
    people: urls.spacePeople(":id"),
    handover: urls.spaceHandover(":id"),
    who: associationMember,
    find: keeperInSpace,
  },
  {
    side: "desk",
    people: urls.deskPeople(":id"),
    handover: urls.deskHandover(":id"),
    who: recordWriters,
    find: keeperAtDesk,
  },
];
