-- Reminders that ask for confirmations and climb when nobody answers, campaigns, and whom no mail reaches or may reach.

-- What an address is known by where it must be recognised and not kept: nobody can go through a list of addresses without it.
alter table commune add column address_salt text not null default gen_random_uuid()::text;

create table reminder_rule (
  commune_id integer not null default current_commune() references commune on delete cascade,
  active boolean not null default false,
  answer_days integer not null default 21 constraint reminder_rule_answer_range check (answer_days between 7 and 90),
  quiet_months integer[] not null default '{8}' constraint reminder_rule_months_known
    check (quiet_months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] and cardinality(quiet_months) < 12),
  constraint reminder_rule_pkey primary key (commune_id)
);

-- Who asked not to be written to, by what for. The address itself is nowhere here.
create table mail_refusal (
  commune_id integer not null default current_commune() references commune on delete cascade,
  address_hash text not null,
  purpose text not null constraint mail_refusal_purpose_known check (purpose in ('confirmation')),
  refused_at timestamptz not null,
  primary key (commune_id, address_hash, purpose)
);

-- Addresses that receive nothing any more: refused for good by a mail server, or said so by an agent.
create table dead_address (
  commune_id integer not null default current_commune() references commune on delete cascade,
  address_hash text not null,
  noted_at timestamptz not null,
  how text not null constraint dead_address_how_known check (how in ('bounced', 'by_hand')),
  noted_by uuid,
  primary key (commune_id, address_hash),
  foreign key (commune_id, noted_by) references person on delete set null (noted_by)
);

create table campaign (
  commune_id integer not null default current_commune() references commune on delete cascade,
  campaign_id uuid not null default gen_random_uuid(),
  name text not null constraint campaign_name_length check (length(name) between 1 and 80),
  audience text not null constraint campaign_audience_known
    check (audience in ('all', 'stale', 'far_from_digital', 'theme', 'district')),
  theme text,
  district_id uuid,
  sections text[] not null constraint campaign_sections_known check (cardinality(sections) > 0
    and sections <@ array['contact', 'places', 'prices', 'registration', 'accessibility']),
  -- The first letter, then its reminders.
  waves date[] not null constraint campaign_waves_some check (cardinality(waves) between 1 and 3),
  ends_on date not null,
  subject text not null constraint campaign_subject_length check (length(subject) between 1 and 150),
  opening text not null constraint campaign_opening_length check (length(opening) between 1 and 2000),
  state text not null default 'draft' constraint campaign_state_known check (state in ('draft', 'running', 'stopped')),
  created_at timestamptz not null,
  started_at timestamptz,
  stopped_at timestamptz,
  primary key (commune_id, campaign_id),
  constraint campaign_started check (state = 'draft' or started_at is not null),
  foreign key (commune_id, district_id) references district on delete set null (district_id)
);
create index campaign_by_time on campaign (commune_id, created_at desc);

-- Whom a campaign asks, fixed when it starts; what was answered is read from the confirmations.
create table campaign_association (
  commune_id integer not null default current_commune(),
  campaign_id uuid not null,
  association_id uuid not null,
  asked_on date,
  asked_wave smallint,
  primary key (commune_id, campaign_id, association_id),
  foreign key (commune_id, campaign_id) references campaign on delete cascade,
  foreign key (commune_id, association_id) references association on delete cascade
);
create index campaign_association_of on campaign_association (commune_id, association_id);

-- One grouped mail to one person: never two the same day, never two in one wave of a campaign. Its secret stops them.
create table confirmation_mail (
  commune_id integer not null default current_commune() references commune on delete cascade,
  sending_id uuid not null default gen_random_uuid(),
  address_hash text not null,
  sent_on date not null,
  campaign_id uuid,
  wave smallint,
  stop_hash text not null,
  primary key (commune_id, sending_id),
  constraint confirmation_mail_day_once unique (commune_id, address_hash, sent_on),
  constraint confirmation_mail_wave_once unique (commune_id, campaign_id, wave, address_hash),
  constraint confirmation_mail_stop_unique unique (commune_id, stop_hash),
  constraint confirmation_mail_wave_of_campaign check ((campaign_id is null) = (wave is null)),
  foreign key (commune_id, campaign_id) references campaign on delete cascade
);

-- A step of a climb: main contact, second contact, the référent's task, the phone list. A confirmation ends the climb.
create table reminder (
  commune_id integer not null default current_commune(),
  reminder_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  climb integer not null,
  step text not null constraint reminder_step_known check (step in ('first', 'second', 'referent', 'phone')),
  sections text[] not null,
  taken_at timestamptz not null,
  taken_on date not null,
  contact_id uuid,
  address_hash text,
  primary key (commune_id, reminder_id),
  constraint reminder_step_once unique (commune_id, association_id, climb, step),
  foreign key (commune_id, association_id) references association on delete cascade,
  foreign key (commune_id, contact_id) references association_contact on delete set null (contact_id)
);
create index reminder_contact on reminder (commune_id, contact_id);

do $$
declare t text;
begin
  foreach t in array array['reminder_rule', 'mail_refusal', 'dead_address', 'campaign', 'campaign_association',
    'confirmation_mail', 'reminder']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = nullif(current_setting(''app.commune'', true), '''')::integer)', t || '_commune', t);
  end loop;
end $$;

alter table mail
  add column unsubscribe_url text,
  -- Refused for good by the mail server of who it was for.
  add column bounced_at timestamptz;

create function address_hash(written text) returns text
  language sql stable as $$
  select encode(sha256(convert_to(address_salt || ' ' || lower(btrim(written)), 'UTF8')), 'hex')
  from commune where commune_id = current_commune()
$$;

-- Whole registries are joined below: tables filled a moment ago have no statistics yet, and nested loops over thousands of
-- rows would take minutes.

-- Contacts one may write to, with what is known of their address; in the association's own order.
create function mail_contacts() returns table (association_id uuid, contact_id uuid, rank integer, name text, email text,
  address_hash text, refused boolean, dead boolean)
  language sql stable rows 5000 set enable_nestloop = off as $$
  select c.association_id, c.contact_id,
    (row_number() over (partition by c.association_id order by c.position, c.contact_id))::integer,
    c.name, c.email, c.hash, r.address_hash is not null, d.address_hash is not null
  from (
    select k.commune_id, k.association_id, k.contact_id, k.position, k.name, lower(btrim(k.email)) as email,
      encode(sha256(convert_to(salt.address_salt || ' ' || lower(btrim(k.email)), 'UTF8')), 'hex') as hash
    from association_contact k
    join commune salt on salt.commune_id = k.commune_id
    where k.email ~ '^[^@\s]+@[^@\s]+$'
    offset 0) c
  left join mail_refusal r on r.commune_id = c.commune_id and r.address_hash = c.hash and r.purpose = 'confirmation'
  left join dead_address d on d.commune_id = c.commune_id and d.address_hash = c.hash
$$;

-- Where the climb of each listing is on a day: the step it is at, and the one that is due, if one is.
-- A step follows when the one before stayed without answer, or at once when its address turns out to reach nobody.
create function reminders_due(on_day date, answer_days integer) returns table
  (association_id uuid, name text, sections text[], climb integer, step text, contact_id uuid, contact_name text,
   email text, address_hash text)
  language sql stable set enable_nestloop = off as $$
  with stale as materialized (
    select f.association_id, array_agg(f.section order by f.section) as sections
    from section_freshness(on_day) f where f.level <> 'up_to_date' group by f.association_id),
  last as materialized (
    select distinct on (r.association_id) r.association_id, r.climb, r.step, r.taken_on, r.address_hash,
      min(r.taken_at) over (partition by r.association_id, r.climb) as begun_at
    from reminder r
    order by r.association_id, r.climb desc, array_position(array['first', 'second', 'referent', 'phone'], r.step) desc),
  listing as (
    select a.association_id, a.name, s.sections,
      last.climb is null or coalesce(c.answered_at >= last.begun_at, false) as fresh_climb,
      c.answered_at, coalesce(last.climb, 0) as climb, last.step, last.taken_on, last.address_hash
    from association a
    join stale s on s.association_id = a.association_id
    left join last on last.association_id = a.association_id
    left join lateral (
      select max(n.confirmed_at) as answered_at from confirmation n
      where n.commune_id = a.commune_id and n.association_id = a.association_id) c on true
    where a.merged_into is null and a.listed and a.state <> 'ceased'),
  due as materialized (
    select l.association_id, l.name, l.sections, l.climb + l.fresh_climb::integer as climb,
      case when l.fresh_climb then null else l.step end as step
    from listing l
    where case when l.fresh_climb
      then coalesce((l.answered_at at time zone 'Europe/Paris')::date <= on_day - answer_days, true)
      else l.step <> 'phone' and (l.taken_on <= on_day - answer_days
        or (l.step in ('first', 'second') and (
          exists (select from mail_refusal r where r.address_hash = l.address_hash and r.purpose = 'confirmation')
          or exists (select from dead_address d where d.address_hash = l.address_hash)))) end),
  next_contact as materialized (
    select distinct on (d.association_id) d.association_id, k.contact_id, k.name, k.email, k.address_hash
    from due d join mail_contacts() k on k.association_id = d.association_id
    where coalesce(d.step, 'first') = 'first' and not k.refused and not k.dead
      and not exists (select from reminder r where r.association_id = d.association_id and r.climb = d.climb
        and r.address_hash = k.address_hash)
    order by d.association_id, k.rank)
  select d.association_id, d.name, d.sections, d.climb,
    case when c.contact_id is not null then case when d.step is null then 'first' else 'second' end
      when d.step = 'referent' then 'phone' else 'referent' end,
    c.contact_id, c.name, c.email, c.address_hash
  from due d
  left join next_contact c on c.association_id = d.association_id
  -- Nobody is written to twice within the delay, nor while a campaign asks: the step waits.
  where c.contact_id is null or not (
    exists (select from confirmation_mail m where m.address_hash = c.address_hash and m.sent_on > on_day - answer_days)
    or exists (select from campaign_association ca join campaign p on p.campaign_id = ca.campaign_id
      where ca.association_id = d.association_id and p.state = 'running' and on_day between p.waves[1] and p.ends_on))
$$;

-- Climbs under way on a day: the last step of each listing still to be confirmed that nobody answered for.
create function reminders_open(on_day date) returns table
  (association_id uuid, step text, taken_at timestamptz, sections text[])
  language sql stable set enable_nestloop = off as $$
  with stale as materialized (
    select f.association_id, array_agg(f.section order by f.section) as sections
    from section_freshness(on_day) f where f.level <> 'up_to_date' group by f.association_id),
  last as materialized (
    select distinct on (r.association_id) r.association_id, r.step, r.taken_at,
      min(r.taken_at) over (partition by r.association_id, r.climb) as begun_at
    from reminder r
    order by r.association_id, r.climb desc, array_position(array['first', 'second', 'referent', 'phone'], r.step) desc)
  select a.association_id, l.step, l.taken_at, s.sections
  from last l
  join stale s on s.association_id = l.association_id
  join association a on a.association_id = l.association_id
  where a.merged_into is null and a.listed and a.state <> 'ceased'
    and not exists (select from confirmation c
      where c.commune_id = a.commune_id and c.association_id = a.association_id and c.confirmed_at >= l.begun_at)
$$;
