-- Photos of models, what an association lends itself, kits, spare parts, upkeep.

-- A photo of a model, and the one from before, to be put back.
alter table equipment_model rename column photo_id to photo_file_id;
alter table equipment_model add column photo_before_id uuid;
alter table equipment_model add foreign key (commune_id, photo_before_id) references file on delete set null (photo_before_id);
create index equipment_model_photo on equipment_model (commune_id, photo_file_id) where photo_file_id is not null;
create index equipment_model_photo_before on equipment_model (commune_id, photo_before_id) where photo_before_id is not null;

create or replace function settle_photo(whose integer, photo uuid) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from activity where commune_id = whose and photo_file_id = photo)
    or exists (select from news_item where commune_id = whose and photo_file_id = photo)
    or exists (select from equipment_model where commune_id = whose and photo_file_id = photo) then
    update file set public = true, set_aside_at = null
      where commune_id = whose and photo in (file_id, small_of) and not public;
  elsif exists (select from activity where commune_id = whose and photo_before_id = photo)
    or exists (select from news_item where commune_id = whose and photo_before_id = photo)
    or exists (select from equipment_model where commune_id = whose and photo_before_id = photo) then
    update file set public = false, set_aside_at = now()
      where commune_id = whose and photo in (file_id, small_of) and public;
  else
    delete from file where commune_id = whose and file_id = photo;
  end if;
end $$;
create trigger equipment_photo_changed after update of photo_file_id, photo_before_id on equipment_model
  for each row when ((old.photo_file_id, old.photo_before_id) is distinct from (new.photo_file_id, new.photo_before_id))
  execute function settle_photos();
create trigger equipment_photo_removed after delete on equipment_model
  for each row when (coalesce(old.photo_file_id, old.photo_before_id) is not null) execute function settle_photos();

-- An association lends what is its own, from a place of its own; the town hall may take a model out of the catalogue.
alter table equipment_model add column withheld_at timestamptz;
alter table equipment_model add constraint equipment_model_withheld check (withheld_at is null or (state = 'hidden' and owner_association_id is not null));
alter table lending_place add column owner_association_id uuid;
alter table lending_place add foreign key (commune_id, owner_association_id) references association on delete set null (owner_association_id);
create index lending_place_owner on lending_place (commune_id, owner_association_id) where owner_association_id is not null;
create index equipment_model_owner on equipment_model (commune_id, owner_association_id) where owner_association_id is not null;

-- What an editor of an association may be given: its equipment too.
alter table association_member drop constraint association_member_topics_known;
alter table association_member add constraint association_member_topics_known
  check (topics <@ array['listing', 'documents', 'registrations', 'people', 'equipment']);
alter table association_invitation drop constraint association_invitation_topics_known;
alter table association_invitation add constraint association_invitation_topics_known
  check (topics <@ array['listing', 'documents', 'registrations', 'people', 'equipment']);

-- Several models that go together, asked for in one line.
create table equipment_kit (
  commune_id integer not null default current_commune() references commune on delete cascade,
  kit_id uuid not null default gen_random_uuid(),
  name text not null constraint equipment_kit_name_length check (length(name) between 1 and 80),
  purpose text not null constraint equipment_kit_purpose_length check (length(purpose) between 1 and 300),
  -- One of those every support point is offered (3.2).
  for_support_points boolean not null default false,
  state text not null constraint equipment_kit_state_known check (state in ('hidden', 'shown')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  primary key (commune_id, kit_id),
  constraint equipment_kit_name_once unique (commune_id, name)
);
create table kit_line (
  commune_id integer not null default current_commune() references commune on delete cascade,
  kit_id uuid not null,
  model_id uuid not null,
  quantity integer not null constraint kit_line_quantity_real check (quantity between 1 and 500),
  primary key (commune_id, kit_id, model_id),
  foreign key (commune_id, kit_id) references equipment_kit on delete cascade,
  foreign key (commune_id, model_id) references equipment_model on delete cascade
);

-- What is used up or replaced: cables, lamps, cartridges.
create table spare_part (
  commune_id integer not null default current_commune() references commune on delete cascade,
  part_id uuid not null default gen_random_uuid(),
  name text not null constraint spare_part_name_length check (length(name) between 1 and 80),
  place_id uuid not null,
  shelf text constraint spare_part_shelf_length check (length(shelf) between 1 and 40),
  in_stock integer not null default 0 constraint spare_part_in_stock_real check (in_stock between 0 and 100000),
  -- At this many or fewer, one buys some.
  threshold integer not null default 0 constraint spare_part_threshold_real check (threshold between 0 and 10000),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Kept no more; what was done with it stays written.
  ended_at timestamptz,
  primary key (commune_id, part_id),
  foreign key (commune_id, place_id) references lending_place
);
create unique index spare_part_name_once on spare_part (commune_id, name, place_id) where ended_at is null;
create table spare_part_model (
  commune_id integer not null default current_commune() references commune on delete cascade,
  part_id uuid not null,
  model_id uuid not null,
  primary key (commune_id, part_id, model_id),
  foreign key (commune_id, part_id) references spare_part on delete cascade,
  foreign key (commune_id, model_id) references equipment_model on delete cascade
);
create table spare_part_move (
  commune_id integer not null default current_commune() references commune on delete cascade,
  move_id uuid not null default gen_random_uuid(),
  part_id uuid not null,
  kind text not null constraint spare_part_move_kind_known check (kind in ('used', 'received', 'counted')),
  -- What it changed, and how many there were then.
  change integer not null,
  in_stock integer not null constraint spare_part_move_in_stock_real check (in_stock >= 0),
  unit_id uuid,
  at timestamptz not null,
  moved_by uuid,
  primary key (commune_id, move_id),
  constraint spare_part_move_sign check (case kind when 'used' then change < 0 when 'received' then change > 0 else true end),
  constraint spare_part_move_unit check (unit_id is null or kind = 'used'),
  foreign key (commune_id, part_id) references spare_part on delete cascade,
  foreign key (commune_id, unit_id) references equipment_unit on delete cascade,
  foreign key (commune_id, moved_by) references person on delete set null (moved_by)
);
create index spare_part_move_of on spare_part_move (commune_id, part_id, at desc);

-- What is done again and again to the units of a model.
create table upkeep_plan (
  commune_id integer not null default current_commune() references commune on delete cascade,
  plan_id uuid not null default gen_random_uuid(),
  model_id uuid not null,
  task text not null constraint upkeep_plan_task_length check (length(task) between 1 and 200),
  each_days integer constraint upkeep_plan_each_days_real check (each_days between 1 and 3650),
  each_loans integer constraint upkeep_plan_each_loans_real check (each_loans between 1 and 1000),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (commune_id, plan_id),
  constraint upkeep_plan_when check (each_days is not null or each_loans is not null),
  foreign key (commune_id, model_id) references equipment_model on delete cascade
);
create index upkeep_plan_model on upkeep_plan (commune_id, model_id) where ended_at is null;
-- Each time it was done; `nth` so that the same time is never written twice.
create table upkeep_done (
  commune_id integer not null default current_commune() references commune on delete cascade,
  plan_id uuid not null,
  unit_id uuid not null,
  nth integer not null constraint upkeep_done_nth_real check (nth >= 1),
  at timestamptz not null,
  done_by uuid,
  note text constraint upkeep_done_note_length check (length(note) between 1 and 300),
  constraint upkeep_done_once primary key (commune_id, plan_id, unit_id, nth),
  foreign key (commune_id, plan_id) references upkeep_plan on delete cascade,
  foreign key (commune_id, unit_id) references equipment_unit on delete cascade,
  foreign key (commune_id, done_by) references person on delete set null (done_by)
);
create index upkeep_done_unit on upkeep_done (commune_id, unit_id);

-- What was done is only added to; who did it may be forgotten.
create function kept_as_done() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(new) - '{moved_by,done_by,note}'::text[] = to_jsonb(old) - '{moved_by,done_by,note}'::text[] then return new; end if;
  raise exception using errcode = '23514', constraint = tg_name, message = 'what was done is only added to';
end $$;
create trigger spare_part_move_kept before update on spare_part_move for each row execute function kept_as_done();
create trigger upkeep_done_kept before update on upkeep_done for each row execute function kept_as_done();

do $$
declare t text;
begin
  foreach t in array array['equipment_kit', 'kit_line', 'spare_part', 'spare_part_model', 'spare_part_move', 'upkeep_plan', 'upkeep_done']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (commune_id = current_commune()) with check (commune_id = current_commune())', t || '_commune', t);
  end loop;
end $$;
