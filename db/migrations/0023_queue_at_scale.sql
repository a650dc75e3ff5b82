-- The day's queue asks these two for each of its screens. They say what they said; they no longer look at every listing, nor build
-- for each one a list nobody asked for.

-- Climbs under way: the last step of each listing that is still to be confirmed. Where it stands is only asked of those that climb.
create or replace function reminders_open(on_day date) returns table
  (association_id uuid, step text, taken_at timestamptz, sections text[])
  language sql stable set enable_nestloop = off as $$
  with last as materialized (
    select distinct on (r.association_id) r.association_id, r.step, r.taken_at,
      min(r.taken_at) over (partition by r.association_id, r.climb) as begun_at
    from reminder r
    order by r.association_id, r.climb desc, array_position(array['first', 'second', 'referent', 'phone'], r.step) desc),
  confirmed as materialized (
    select c.association_id, c.section, max(c.confirmed_at) as latest,
      max(c.confirmed_at) filter (where c.confirmed_at < (on_day + 1)::timestamp at time zone 'Europe/Paris') as known
    from last l join confirmation c on c.association_id = l.association_id
    group by c.association_id, c.section),
  open as (
    select l.association_id, l.step, l.taken_at
    from last l
    join association a on a.association_id = l.association_id
    where a.merged_into is null and a.listed and a.state <> 'ceased'
      and not exists (select from confirmed c where c.association_id = l.association_id and c.latest >= l.begun_at))
  select o.association_id, o.step, o.taken_at, array_agg(r.section order by r.section)
  from open o
  cross join freshness_rules() r
  left join confirmed c on c.association_id = o.association_id and c.section = r.section
  where c.known is null
    or c.known < (on_day - make_interval(months => r.up_to_date_months))::date::timestamp at time zone 'Europe/Paris'
  group by o.association_id, o.step, o.taken_at
$$;

-- The priority of each association (commitment 2.3), from 0 to 100, and what it is made of.
create or replace function association_priority() returns table
  (association_id uuid, score integer, far_publics text[], members_band text, employees_band text, holders integer)
  language sql stable as $$
  with counted as (
    select a.association_id, a.members_band, a.employees_band, a.publics,
      ('seniors' = any(a.publics))::integer + ('disability' = any(a.publics))::integer
        + ('low_literacy' = any(a.publics))::integer + ('newcomers' = any(a.publics))::integer
        + ('hardship' = any(a.publics))::integer + ('far_from_digital' = any(a.publics))::integer as far,
      coalesce(h.holders, 0) as holders
    from association a
    left join (select m.association_id, count(*)::integer as holders from association_member m
      where m.role in ('owner', 'editor') group by m.association_id) h on h.association_id = a.association_id
    where a.merged_into is null)
  select c.association_id,
    round(100 * (
      w.publics * (case c.far when 0 then 0 when 1 then 0.7 else 1 end)
      + w.size * (case c.employees_band when 'ten_or_more' then 0 when 'three_to_nine' then 0.2 when 'one_or_two' then 0.5
          else case c.members_band when 'under_20' then 1 when 'from_20_to_100' then 0.7 when 'over_100' then 0.4
            else case c.employees_band when 'none' then 0.8 else 0.5 end end end)
      + w.access * (case c.holders when 0 then 1 when 1 then 0.7 when 2 then 0.3 else 0 end)
    ) / (w.publics + w.size + w.access))::integer,
    array(select p from unnest(c.publics) p
      where p in ('seniors', 'disability', 'low_literacy', 'newcomers', 'hardship', 'far_from_digital')),
    c.members_band, c.employees_band, c.holders
  from counted c cross join priority_rules() w
$$;
