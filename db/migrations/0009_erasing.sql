-- Erasing a person: the history is written once, and only this function may hide in it what a pattern finds.

create function hide_in_journal(pattern text, mark text, public_names text[]) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with hidden as (
    select entry_id, jsonb_object_agg(key, case when key = any(public_names) then value
        else regexp_replace(value::text, pattern, mark, 'gi')::jsonb end) as change
    from journal, jsonb_each(change)
    where commune_id = current_commune() and change::text ~* pattern
    group by entry_id),
  done as (
    update journal j set change = hidden.change from hidden
    where j.commune_id = current_commune() and j.entry_id = hidden.entry_id and j.change <> hidden.change
    returning 1)
  select count(*)::integer from done
$$;
