-- A picture says who took it, and that the people one may recognise in it agreed to be seen.
alter table file add column credit text;
alter table file add column people_agreed boolean not null default false;

-- The photo of an activity goes with the last activity that shows it, whichever way that one goes or changes.
create function forget_activity_photo() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from file where file_id = old.photo_file_id and commune_id = old.commune_id
    and not exists (select from activity where photo_file_id = old.photo_file_id and commune_id = old.commune_id);
  return null;
end $$;
create trigger activity_photo_changed after update of photo_file_id on activity
  for each row when (old.photo_file_id is not null and old.photo_file_id is distinct from new.photo_file_id)
  execute function forget_activity_photo();
create trigger activity_photo_removed after delete on activity
  for each row when (old.photo_file_id is not null) execute function forget_activity_photo();
create index activity_photo on activity (commune_id, photo_file_id) where photo_file_id is not null;
