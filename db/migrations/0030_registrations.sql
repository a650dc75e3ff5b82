-- Who comes to an activity. Names, contacts and answers are read by people of the association only: no screen, export, search or
-- line of history of the town hall shows them. They go some days after the activity is over; seats, which count, stay.

-- Registrations opened for a whole activity, or for one of its dates.
create table registration_opening (
  commune_id integer not null default current_commune() references commune on delete cascade,
  opening_id uuid not null default gen_random_uuid(),
  activity_id uuid not null,
  -- One date; nothing: all of it. No foreign key: people of a date that its series lost must still be told.
  occurrence_id uuid,
  counter_id uuid not null,
  opens_at timestamptz,
  -- How many people one registration may name.
  most integer not null default 4 constraint registration_opening_most_real check (most between 1 and 8),
  -- What is asked besides a name and a way to be reached.
  asked text[] not null default '{}'
    constraint registration_opening_asked_known check (asked <@ array['age', 'town', 'adult', 'equipment']),
  question text constraint registration_opening_question_length check (length(question) <= 160),
  message text constraint registration_opening_message_length check (length(message) <= 600),
  -- What people know of when it takes place: what differs is told.
  told_state text not null default 'planned'
    constraint registration_opening_told_known check (told_state in ('planned', 'moved', 'cancelled', 'gone', 'stopped')),
  told_starts_at timestamptz,
  told_hours text,
  cancelled_at timestamptz,
  cancelled_word text constraint registration_opening_word_length check (length(cancelled_word) <= 300),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (commune_id, opening_id),
  constraint registration_opening_once unique nulls not distinct (commune_id, activity_id, occurrence_id),
  constraint registration_opening_counter_once unique (commune_id, counter_id),
  foreign key (commune_id, activity_id) references activity on delete cascade,
  foreign key (commune_id, counter_id) references seat_counter
);

-- One request, by whoever answers for it, for one or several people.
create table registration (
  commune_id integer not null default current_commune() references commune on delete cascade,
  registration_id uuid not null default gen_random_uuid(),
  opening_id uuid not null,
  seat_id uuid not null,
  -- Short, to be said on the phone; with the contact it opens the registration.
  code text,
  email text constraint registration_email_lower check (email = lower(email)),
  phone text,
  answers jsonb not null default '{}',
  lang text not null default 'fr' constraint registration_lang_code check (lang ~ '^[a-z]{2}$'),
  made_by text not null constraint registration_made_by_known check (made_by in ('resident', 'association')),
  ended text constraint registration_ended_known
    check (ended in ('resident', 'association', 'opening', 'unanswered', 'closed')),
  ended_at timestamptz,
  -- When names, contact and answers went; the seat stays, to be counted.
  purged_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (commune_id, registration_id),
  constraint registration_seat_once unique (commune_id, seat_id),
  constraint registration_code_once unique (commune_id, code),
  constraint registration_reachable check (num_nonnulls(email, phone) > 0 or purged_at is not null),
  constraint registration_purged_empty
    check (purged_at is null or (num_nonnulls(email, phone, code) = 0 and answers = '{}')),
  constraint registration_ended_on check ((ended is null) = (ended_at is null)),
  foreign key (commune_id, opening_id) references registration_opening on delete cascade,
  foreign key (commune_id, seat_id) references seat on delete cascade
);
create index registration_by_opening on registration (commune_id, opening_id, created_at);
create index registration_by_email on registration (commune_id, email) where email is not null;

create table registrant (
  commune_id integer not null default current_commune() references commune on delete cascade,
  registrant_id uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  opening_id uuid not null,
  position integer not null,
  name text not null constraint registrant_name_length check (length(name) between 1 and 80),
  age integer constraint registrant_age_real check (age between 0 and 120),
  -- The same person twice: the name without its accents, and the way to reach who answers for them.
  name_key text not null,
  contact_key text not null,
  active boolean not null default true,
  primary key (commune_id, registrant_id),
  foreign key (commune_id, registration_id) references registration on delete cascade
);
create index registrant_of_registration on registrant (commune_id, registration_id, position);
create unique index registrant_once on registrant (commune_id, opening_id, contact_key, name_key) where active;

-- Each mail carries a link of its own; only its hash is kept.
create table registration_link (
  commune_id integer not null default current_commune() references commune on delete cascade,
  link_hash text not null,
  registration_id uuid not null,
  made_at timestamptz not null,
  primary key (commune_id, link_hash),
  foreign key (commune_id, registration_id) references registration on delete cascade
);
create index registration_link_of on registration_link (commune_id, registration_id);

-- Whom the association has to call: they left only a phone number, or their address refuses mails.
create table registration_call (
  commune_id integer not null default current_commune() references commune on delete cascade,
  call_id uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  what text not null constraint registration_call_what_known check (what in
    ('offered', 'unanswered', 'closed', 'cancelled', 'date_cancelled', 'date_moved', 'date_back', 'stopped', 'back', 'hours', 'mail_refused')),
  -- Of an offer: when it ends. Of a date: when it takes place now.
  at_moment timestamptz,
  word text constraint registration_call_word_length check (length(word) <= 300),
  made_at timestamptz not null,
  done_at timestamptz,
  primary key (commune_id, call_id),
  foreign key (commune_id, registration_id) references registration on delete cascade
);
create index registration_call_of on registration_call (commune_id, registration_id) where done_at is null;

-- Of registrations for a whole season: the changed dates people were told of.
create table registration_date_told (
  commune_id integer not null default current_commune() references commune on delete cascade,
  opening_id uuid not null,
  occurrence_id uuid not null,
  state text not null constraint registration_date_told_known check (state in ('moved', 'cancelled')),
  starts_at timestamptz not null,
  primary key (commune_id, opening_id, occurrence_id),
  foreign key (commune_id, opening_id) references registration_opening on delete cascade
);

create table registrant_presence (
  commune_id integer not null default current_commune() references commune on delete cascade,
  registrant_id uuid not null,
  day date not null,
  noted_at timestamptz not null,
  primary key (commune_id, registrant_id, day),
  foreign key (commune_id, registrant_id) references registrant on delete cascade
);

-- However an opening goes, its counter of seats goes with it.
create function forget_counter() returns trigger
  language plpgsql as $$
  begin
    delete from seat_counter c using gone where c.commune_id = gone.commune_id and c.counter_id = gone.counter_id;
    return null;
  end $$;
create trigger registration_opening_gone after delete on registration_opening
  referencing old table as gone for each statement execute function forget_counter();

-- Reading who registered is given to people of the association one by one.
alter table association_member drop constraint association_member_topics_known;
alter table association_member add constraint association_member_topics_known
  check (topics <@ array['listing', 'documents', 'registrations', 'people']);
alter table association_invitation drop constraint association_invitation_topics_known;
alter table association_invitation add constraint association_invitation_topics_known
  check (topics <@ array['listing', 'documents', 'registrations', 'people']);

alter table registration_opening enable row level security;
create policy registration_opening_commune on registration_opening
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registration enable row level security;
create policy registration_commune on registration
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registrant enable row level security;
create policy registrant_commune on registrant
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registration_link enable row level security;
create policy registration_link_commune on registration_link
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registration_call enable row level security;
create policy registration_call_commune on registration_call
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registration_date_told enable row level security;
create policy registration_date_told_commune on registration_date_told
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table registrant_presence enable row level security;
create policy registrant_presence_commune on registrant_presence
  using (commune_id = current_commune()) with check (commune_id = current_commune());
