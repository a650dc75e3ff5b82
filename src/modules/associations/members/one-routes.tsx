import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { urls } from "../urls.ts";
import { actorOf, doors, requireAll, type Keeper } from "./keeper.ts";
import { tellOwners } from "./letters.ts";
import { leavingPage, memberPage } from "./one-pages.tsx";
import { changeRole, membersOf, removeMember } from "./queries.ts";
import { placeFields, placeSchema } from "./reading.ts";
import { showPeople } from "./showing.ts";

/** The person an address names, if the keeper may change something of them; oneself leaves by another door. */
async function requireMember(ask: Ask, keeper: Keeper) {
  const members = await membersOf(ask.tx, keeper.association.id);
  const one = members.find(({ id }) => id === ask.params["person"]) ?? notFound();
  if (keeper.side === "space" && one.id === keeper.personId) return notFound();
  return keeper.may === "all" || (keeper.may === "readers" && one.role === "reader")
    ? one
    : notFound();
}

const changeOf = (ask: Ask, keeper: Keeper, personId: string) => ({
  associationId: keeper.association.id,
  personId,
  actor: actorOf(keeper),
  at: ask.now,
});

async function showMember(ask: Ask, keeper: Keeper, problems?: readonly Problem[]) {
  const member = await requireMember(ask, keeper);
  const form = problems
    ? formState(ask.form, problems)
    : { values: { role: member.role, topics: member.topics }, errors: {} };
  return page(memberPage(ask.view, { keeper, member, form }), problems ? 422 : 200);
}

async function change(ask: Ask, keeper: Keeper): Promise<Answer> {
  const member = await requireMember(ask, requireAll(keeper));
  const shaped = shape(ask.t, placeSchema, ask.form, placeFields, ["topics"]);
  if ("problems" in shaped) return showMember(ask, keeper, shaped.problems);
  const { role } = shaped.value;
  const topics = role === "editor" ? shaped.value.topics : [];
  const outcome = await changeRole(ask.tx, changeOf(ask, keeper, member.id), { role, topics });
  if ("refused" in outcome) {
    const sentence = ask.t(`space:refusal.${outcome.refused}`);
    return showMember(ask, keeper, [{ field: "role", sentence }]);
  }
  const t = ask.house.words("fr");
  const told = { person: member.name, role: t(`claiming:roleName.${role}`).toLowerCase() };
  const sentence = t("claiming:letter.people.changed", { ...told, name: keeper.association.name });
  await tellOwners(ask, keeper.association, sentence, [keeper.personId, member.id]);
  return redirect(ask.view.href(keeper.people), "space.member_saved");
}

async function remove(ask: Ask, keeper: Keeper): Promise<Answer> {
  const member = await requireMember(ask, keeper);
  const byAgent = keeper.side === "desk";
  const outcome = await removeMember(ask.tx, changeOf(ask, keeper, member.id), { byAgent });
  if ("refused" in outcome)
    return showPeople(ask, keeper, ask.t(`space:refusal.${outcome.refused}`));
  await tellGone(ask, keeper, "removed", member);
  return redirect(ask.view.href(keeper.people), "space.member_removed");
}

async function leave(ask: Ask, keeper: Keeper): Promise<Answer> {
  const outcome = await removeMember(ask.tx, changeOf(ask, keeper, keeper.personId), {
    leaving: true,
  });
  if ("refused" in outcome) return notFound();
  await tellGone(ask, keeper, "left", outcome.done);
  return redirect(ask.view.href("/espace"), "space.left");
}

async function tellGone(
  ask: Ask,
  keeper: Keeper,
  how: "removed" | "left",
  member: { id: string; name: string },
) {
  const t = ask.house.words("fr");
  const { association } = keeper;
  const told = { person: member.name, name: association.name };
  const sentence = t(`claiming:letter.people.${how}`, told);
  await tellOwners(ask, association, sentence, [keeper.personId, member.id]);
}

/** One person of an association: their role, their access; and leaving by oneself. */
export const oneRoutes: Route[] = doors.flatMap(({ side, people, who, find }) => [
  ...(side === "space"
    ? [
        get(urls.leaving(people), who, async (ask) => {
          const keeper = await find(ask);
          const members = await membersOf(ask.tx, keeper.association.id);
          const owners = members.filter(({ role }) => role === "owner");
          const last = owners.length === 1 && owners[0]?.id === keeper.personId;
          return page(leavingPage(ask.view, { keeper, last }));
        }),
        post(urls.leaving(people), who, async (ask) => leave(ask, await find(ask))),
      ]
    : []),
  get(urls.member(people, ":person"), who, async (ask) => showMember(ask, await find(ask))),
  post(urls.member(people, ":person"), who, async (ask) => change(ask, await find(ask))),
  post(urls.memberRemoval(people, ":person"), who, async (ask) => remove(ask, await find(ask))),
]);
