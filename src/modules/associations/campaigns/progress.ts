import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isAnswer, outcomes, ways, type Campaign, type Outcome, type Way } from "./rules.ts";

/** One association of a campaign, and what became of it. */
export type Line = {
  id: string;
  name: string;
  themes: string[];
  districts: string[];
  referent: string | null;
  phones: string[];
  askedOn: string | null;
  outcome: Outcome;
  /** How it answered, when it did. */
  way: Way | null;
};

/**
 * Every association of a campaign by name. An answer is any confirmation since it began: by the association, who may
 * have corrected its page, or by an agent who heard it. No mail is watched: only what people do is counted.
 */
export async function progressOf(tx: Tx, campaign: Campaign): Promise<Line[]> {
  // To the end of its last day, in France.
  const until = campaign.stoppedAt
    ? sql`${campaign.stoppedAt}::timestamptz`
    : sql`(${campaign.endsOn}::date + 1)::timestamp at time zone 'Europe/Paris'`;
  const { rows } = await sql<Line>`
    with contacts as materialized (
      select association_id, bool_or(not refused and not dead) as reachable, bool_or(dead) as dead
      from mail_contacts() group by association_id)
    select a.association_id as id, a.name, a.themes, p.name as referent, ca.asked_on::text as "askedOn",
      array(select distinct d.name from association_place ap
        join place pl on pl.commune_id = ap.commune_id and pl.place_id = ap.place_id
        join district d on d.commune_id = pl.commune_id and d.district_id = pl.district_id
        where ap.commune_id = a.commune_id and ap.association_id = a.association_id) as districts,
      array(select k.phone from association_contact k
        where k.commune_id = a.commune_id and k.association_id = a.association_id and k.phone is not null
        order by k.position, k.contact_id) as phones,
      case
        when answer.by_kind = 'agent' then 'by_hand'
        when answer.by_kind is not null and exists (select from journal j
          where j.commune_id = a.commune_id and j.subject_kind = 'association' and j.subject_id = a.association_id::text
            and j.action = 'association.edited' and j.at between ${campaign.startedAt} and ${until}
            and (j.actor_kind = 'association' or exists (select from association_member m
              where m.commune_id = a.commune_id and m.association_id = a.association_id and m.person_id = j.actor_id)))
          then 'corrected'
        when answer.by_kind is not null then 'confirmed'
        when contacts.association_id is null then 'no_address'
        when not contacts.reachable then case when contacts.dead then 'bounced' else 'refused' end
        when ca.asked_wave is not null then 'asked'
        else 'waiting' end as outcome,
      case when answer.by_kind = 'agent' or answer.how = 'phone' then 'agent'
        when answer.how = 'site' then 'space' else answer.how end as way
    from campaign_association ca
    join association a on a.association_id = ca.association_id
    left join person p on p.person_id = a.referent_id
    left join contacts on contacts.association_id = ca.association_id
    left join lateral (
      select c.by_kind, c.how from confirmation c
      where c.commune_id = ca.commune_id and c.association_id = ca.association_id
        and c.confirmed_at between ${campaign.startedAt} and ${until}
      -- Its own word before what an agent heard, then its first.
      order by c.by_kind desc, c.confirmed_at limit 1) answer on true
    where ca.campaign_id = ${campaign.id} and a.merged_into is null
    order by a.name_sort, a.association_id`.execute(tx);
  return rows;
}

export type Share = { word: string; answered: number; total: number };
export type Summary = {
  total: number;
  answered: number;
  byOutcome: readonly { outcome: Outcome; count: number }[];
  byWay: readonly { way: Way; count: number }[];
  districts: readonly Share[];
  themes: readonly Share[];
};

/** The same in figures. An association of two themes counts in both. */
export function summaryOf(lines: readonly Line[]): Summary {
  return {
    total: lines.length,
    answered: lines.filter(({ outcome }) => isAnswer(outcome)).length,
    byOutcome: outcomes.map((outcome) => ({
      outcome,
      count: lines.filter((line) => line.outcome === outcome).length,
    })),
    byWay: ways.map((way) => ({ way, count: lines.filter((line) => line.way === way).length })),
    districts: sharesOf(lines, ({ districts }) => districts),
    themes: sharesOf(lines, ({ themes }) => themes),
  };
}

function sharesOf(lines: readonly Line[], wordsOf: (line: Line) => readonly string[]): Share[] {
  const shares = new Map<string, Share>();
  for (const line of lines)
    for (const word of wordsOf(line)) {
      const share = shares.get(word) ?? { word, answered: 0, total: 0 };
      share.total++;
      if (isAnswer(line.outcome)) share.answered++;
      shares.set(word, share);
    }
  return [...shares.values()].sort((a, b) => b.total - a.total || (a.word < b.word ? -1 : 1));
}

/** Those who have not answered, by name. */
export const unanswered = (lines: readonly Line[]): Line[] =>
  lines.filter(({ outcome }) => !isAnswer(outcome));
