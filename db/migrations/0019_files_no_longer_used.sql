-- Files on disk are shared by every commune and named by their content: only a look at all of them tells which serve no more.
create function files_in_use(wanted text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct sha256 from file where sha256 = any(wanted)
  union
  select distinct file_sha256 from import where file_sha256 = any(wanted) and applied_at is null
$$;
