-- The référent's day: the queue of what waits, whom it is given to, what comes first, notes, absences, and errors reported
-- with the value that would be right.

-- Who is away, from a day to a day, and who answers meanwhile. It ends by itself.
create table absence (
  commune_id integer not null default current_commune() references commune on delete cascade,
  absence_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  replacement_id uuid,
  from_day date not null,
  to_day date not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (commune_id, absence_id),
  constraint absence_days check (from_day <= to_day),
  constraint absence_someone_else check (replacement_id <> person_id),
  constraint absence_person foreign key (commune_id, person_id) references person on delete cascade,
  constraint absence_replacement foreign key (commune_id, replacement_id) references person on delete set null (replacement_id)
);
create index absence_of_person on absence (commune_id, person_id, to_day);
create index absence_of_replacement on absence (commune_id, replacement_id);
alter table absence enable row level security;
create policy absence_commune on absence
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- What was put off, until when. The key names the thing that waits, whatever room it is in.
create table queue_delay (
  commune_id integer not null default current_commune() references commune on delete cascade,
  item_key text not null constraint queue_delay_key_length check (length(item_key) between 3 and 200),
  until_day date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (commune_id, item_key),
  constraint queue_delay_person foreign key (commune_id, set_by) references person on delete cascade
);
create index queue_delay_of_person on queue_delay (commune_id, set_by);
alter table queue_delay enable row level security;
create policy queue_delay_commune on queue_delay
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- To whom something that waits was given.
create table queue_assignment (
  commune_id integer not null default current_commune() references commune on delete cascade,
  item_key text not null constraint queue_assignment_key_length check (length(item_key) between 3 and 200),
  agent_id uuid not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (commune_id, item_key),
  constraint queue_assignment_agent foreign key (commune_id, agent_id) references person on delete cascade
);
create index queue_assignment_of_agent on queue_assignment (commune_id, agent_id);
alter table queue_assignment enable row level security;
create policy queue_assignment_commune on queue_assignment
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- What agents tell one another of an association. Never public; a note removed is kept a while, to be put back.
create table association_note (
  commune_id integer not null default current_commune() references commune on delete cascade,
  note_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  body text not null constraint association_note_length check (length(body) between 1 and 2000),
  previous_body text,
  author_id uuid,
  written_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  revision integer not null default 1,
  primary key (commune_id, note_id),
  constraint association_note_association foreign key (commune_id, association_id) references association on delete cascade,
  constraint association_note_author foreign key (commune_id, author_id) references person on delete set null (author_id)
);
create index association_note_of on association_note (commune_id, association_id, written_at desc);
create index association_note_by on association_note (commune_id, author_id);
alter table association_note enable row level security;
create policy association_note_commune on association_note
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- How big an association is, in words: nobody counts to the unit.
alter table association
  add column members_band text
    constraint association_members_band_known check (members_band in ('under_20', 'from_20_to_100', 'over_100')),
  add column employees_band text
    constraint association_employees_band_known check (employees_band in ('none', 'one_or_two', 'three_to_nine', 'ten_or_more'));

-- The value that would be right, field by field, when who reports an error says it: { "schedule": "Le mardi" }.
alter table proposal add column proposed jsonb,
  drop constraint proposal_topic_known,
  add constraint proposal_topic_known
    check (topic in ('contact', 'schedule', 'place', 'price', 'about', 'closed', 'other'));

-- How much each reason of commitment 2.3 weighs, as the commune decides.
create table priority_rule (
  commune_id integer not null default current_commune() primary key references commune on delete cascade,
  publics integer not null constraint priority_rule_publics_range check (publics between 0 and 10),
  size integer not null constraint priority_rule_size_range check (size between 0 and 10),
  access integer not null constraint priority_rule_access_range check (access between 0 and 10),
  constraint priority_rule_something check (publics + size + access > 0)
);
alter table priority_rule enable row level security;
create policy priority_rule_commune on priority_rule
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- The commune's own weights, else the usual ones.
create function priority_rules() returns table (publics integer, size integer, access integer)
  language sql stable as $$
  select coalesce(max(r.publics), 5), coalesce(max(r.size), 3), coalesce(max(r.access), 2)
  from priority_rule r where r.commune_id = current_commune()
$$;

-- The one definition of the priority of an association, from 0 to 100, with what it is made of: the publics far from digital it
-- declares, its size (not knowing counts half), and how many people hold its access.
create function association_priority() returns table
  (association_id uuid, score integer, far_publics text[], members_band text, employees_band text, holders integer)
  language sql stable as $$
  with counted as (
    select a.association_id, a.members_band, a.employees_band,
      array(select p from unnest(a.publics) p
        where p in ('seniors', 'disability', 'low_literacy', 'newcomers', 'hardship', 'far_from_digital')) as far_publics,
      coalesce(h.holders, 0) as holders
    from association a
    left join (select m.association_id, count(*)::integer as holders from association_member m
      where m.role in ('owner', 'editor') group by m.association_id) h on h.association_id = a.association_id
    where a.merged_into is null)
  select c.association_id,
    round(100 * (
      w.publics * (case cardinality(c.far_publics) when 0 then 0 when 1 then 0.7 else 1 end)
      + w.size * (case c.employees_band when 'ten_or_more' then 0 when 'three_to_nine' then 0.2 when 'one_or_two' then 0.5
          else case c.members_band when 'under_20' then 1 when 'from_20_to_100' then 0.7 when 'over_100' then 0.4
            else case c.employees_band when 'none' then 0.8 else 0.5 end end end)
      + w.access * (case c.holders when 0 then 1 when 1 then 0.7 when 2 then 0.3 else 0 end)
    ) / (w.publics + w.size + w.access))::integer,
    c.far_publics, c.members_band, c.employees_band, c.holders
  from counted c cross join priority_rules() w
$$;
