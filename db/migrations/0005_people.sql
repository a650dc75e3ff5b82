-- Signing in, staff and their invitations.

-- What a person recognises their own device by: "Firefox", "Windows". Never an address.
alter table session add column browser text, add column system text;

-- People of the invented commune one may enter as, on the machine that runs it.
alter table person add column demonstration boolean not null default false;

-- An address without access has a row too, without person: nothing done for it differs.
-- request_hash ties the code to the browser that asked for it.
alter table sign_in_token
  drop column purpose,
  add column person_id uuid,
  add column request_hash text not null,
  add constraint sign_in_request_unique unique (commune_id, request_hash),
  add constraint sign_in_person foreign key (commune_id, person_id) references person on delete cascade;

-- An invitation grants its roles when accepted, not before.
create table staff_invitation (
  commune_id integer not null default current_commune() references commune on delete cascade,
  invitation_id uuid not null default gen_random_uuid(),
  email text not null constraint staff_invitation_email_lower check (email = lower(email) and email like '%_@_%'),
  name text not null constraint staff_invitation_name_length check (length(name) between 1 and 120),
  roles text[] not null constraint staff_invitation_roles_known check (
    cardinality(roles) > 0
    and roles <@ array['administrator', 'referent', 'equipment_manager', 'front_desk', 'communication', 'elected']),
  link_hash text not null,
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (commune_id, invitation_id),
  constraint staff_invitation_link_unique unique (commune_id, link_hash)
);
create unique index staff_invitation_waiting on staff_invitation (commune_id, email) where accepted_at is null;
alter table staff_invitation enable row level security;
create policy staff_invitation_commune on staff_invitation
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);

-- A commune never loses its last administrator, even when two remove each other at once: the lock makes the second look
-- after the first has committed. A commune that leaves altogether takes its roles with it.
create function keep_an_administrator() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4209004, old.commune_id);
  if exists (select from commune where commune_id = old.commune_id)
    and not exists (select from staff_role where commune_id = old.commune_id and role = 'administrator')
  then
    raise exception using errcode = '23514', constraint = 'staff_role_administrator_kept',
      message = 'a commune keeps at least one administrator';
  end if;
  return null;
end $$;
create constraint trigger staff_role_administrator_kept after delete or update on staff_role
  deferrable initially deferred for each row when (old.role = 'administrator')
  execute function keep_an_administrator();
