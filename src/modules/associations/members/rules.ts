import { addDays } from "../../../platform/clock.ts";
import type { Person } from "../../../platform/http/person.ts";

/** What someone is in an association, the widest right first. */
export const memberRoles = ["owner", "editor", "reader"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** What an editor may be given: the listing, the documents, who registered, the people who only read, the equipment it lends. */
export const topics = ["listing", "documents", "registrations", "people", "equipment"] as const;
export type Topic = (typeof topics)[number];

type Membership = Pick<Person["associations"][number], "role" | "topics">;

/** Owners may everything, editors what they were given, readers nothing. */
export const mayDo = (member: Membership | undefined, topic: Topic): boolean =>
  member?.role === "owner" || (member?.role === "editor" && (member.topics ?? []).includes(topic));

/** The wider of two roles: an invitation never lowers anybody. */
export const wider = (one: MemberRole, other: MemberRole): MemberRole =>
  memberRoles.indexOf(one) <= memberRoles.indexOf(other) ? one : other;

/** Days an invitation lives: time for a volunteer who reads their mail on Sundays. */
export const invitationDays = 14;
/** A link someone asked for themselves, minutes ago. */
export const claimDays = 2;

export type MemberRefusal = "last_owner" | "already_member" | "already_invited" | "gone";

/** Whether it is time to look again at who has access: a year after the last look, or once the month of the assembly is over. */
export function reviewDue(
  today: string,
  known: { reviewedOn: string; assemblyMonth: number | null },
): boolean {
  if (known.reviewedOn < addDays(today, -365)) return true;
  if (!known.assemblyMonth) return false;
  const year = Number(today.slice(0, 4));
  const over = (of: number) =>
    known.assemblyMonth === 12
      ? `${of + 1}-01-01`
      : `${of}-${String((known.assemblyMonth ?? 0) + 1).padStart(2, "0")}-01`;
  const last = over(year) <= today ? over(year) : over(year - 1);
  return known.reviewedOn < last;
}
