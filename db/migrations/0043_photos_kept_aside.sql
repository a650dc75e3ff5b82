-- A smaller size of a picture, for lists and small screens: it lives and is read as the picture does.
alter table file add column small_of uuid;
alter table file add constraint file_small_of foreign key (commune_id, small_of) references file on delete cascade;
create unique index file_small on file (commune_id, small_of) where small_of is not null;
-- Since when a photo taken away or replaced waits to be put back, read by the town hall alone.
alter table file add column set_aside_at timestamptz;

-- A news item has a photo too; each keeps the one from before, to be put back.
alter table news_item add column photo_file_id uuid;
alter table news_item add column photo_before_id uuid;
alter table news_item add foreign key (commune_id, photo_file_id) references file on delete set null (photo_file_id);
alter table news_item add foreign key (commune_id, photo_before_id) references file on delete set null (photo_before_id);
create index news_item_photo on news_item (commune_id, photo_file_id) where photo_file_id is not null;
create index news_item_photo_before on news_item (commune_id, photo_before_id) where photo_before_id is not null;
alter table activity add column photo_before_id uuid;
alter table activity add foreign key (commune_id, photo_before_id) references file on delete set null (photo_before_id);
create index activity_photo_before on activity (commune_id, photo_before_id) where photo_before_id is not null;

-- A photo is read by all while something shows it, set aside while something may put it back, then forgotten.
create function settle_photo(whose integer, photo uuid) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from activity where commune_id = whose and photo_file_id = photo)
    or exists (select from news_item where commune_id = whose and photo_file_id = photo) then
    update file set public = true, set_aside_at = null
      where commune_id = whose and photo in (file_id, small_of) and not public;
  elsif exists (select from activity where commune_id = whose and photo_before_id = photo)
    or exists (select from news_item where commune_id = whose and photo_before_id = photo) then
    update file set public = false, set_aside_at = now()
      where commune_id = whose and photo in (file_id, small_of) and public;
  else
    delete from file where commune_id = whose and file_id = photo;
  end if;
end $$;

create function settle_photos() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare photo uuid;
begin
  for photo in select distinct one from unnest(array[old.photo_file_id, old.photo_before_id]) one where one is not null loop
    perform settle_photo(old.commune_id, photo);
  end loop;
  if tg_op = 'UPDATE' and new.photo_file_id is not null then
    perform settle_photo(new.commune_id, new.photo_file_id);
  end if;
  return null;
end $$;

drop trigger activity_photo_changed on activity;
drop trigger activity_photo_removed on activity;
drop function forget_activity_photo();
create trigger activity_photo_changed after update of photo_file_id, photo_before_id on activity
  for each row when ((old.photo_file_id, old.photo_before_id) is distinct from (new.photo_file_id, new.photo_before_id))
  execute function settle_photos();
create trigger activity_photo_removed after delete on activity
  for each row when (coalesce(old.photo_file_id, old.photo_before_id) is not null) execute function settle_photos();
create trigger news_photo_changed after update of photo_file_id, photo_before_id on news_item
  for each row when ((old.photo_file_id, old.photo_before_id) is distinct from (new.photo_file_id, new.photo_before_id))
  execute function settle_photos();
create trigger news_photo_removed after delete on news_item
  for each row when (coalesce(old.photo_file_id, old.photo_before_id) is not null) execute function settle_photos();
