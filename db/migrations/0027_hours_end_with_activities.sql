-- Hours live as long as what they are the hours of, and a place is used through whatever room says so.

-- Checked at the end: an association removed takes all its seasons with it.
alter table activity drop constraint activity_commune_id_continues_id_fkey;
alter table activity add foreign key (commune_id, continues_id) references activity;

-- However a slot goes, nothing else would take its hours away.
create function forget_hours() returns trigger
  language plpgsql as $$
  begin
    delete from series s using gone where s.commune_id = gone.commune_id and s.series_id = gone.series_id;
    return null;
  end $$;
create trigger activity_slot_gone after delete on activity_slot
  referencing old table as gone for each statement execute function forget_hours();
-- Those that drafts already dropped left behind.
delete from series s where not exists (select from activity_slot a where a.series_id = s.series_id);

-- Who uses each place, through whatever room.
create function place_uses() returns table (place_id uuid, association_id uuid)
  language sql stable as $$
  select place_id, association_id from association_place
  union select place_id, association_id from activity where place_id is not null
  union select s.place_id, a.association_id from activity_slot s join activity a on a.activity_id = s.activity_id
    where s.place_id is not null $$;
