-- A record merged into one that was itself merged leads to the living one, as merges now write it.
with recursive lead as (
  select commune_id, association_id, merged_into from association where merged_into is not null
  union
  select l.commune_id, l.association_id, a.merged_into from lead l
  join association a on a.commune_id = l.commune_id and a.association_id = l.merged_into
  where a.merged_into is not null)
update association a set merged_into = l.merged_into
from lead l join association living on living.commune_id = l.commune_id and living.association_id = l.merged_into
where a.commune_id = l.commune_id and a.association_id = l.association_id and living.merged_into is null
  and a.merged_into <> l.merged_into;
