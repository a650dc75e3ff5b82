-- A kit may answer essential tools, by their codes; an association may have a standard kit, as a support point does.
alter table equipment_kit add column tools text[] not null default '{}'
  constraint equipment_kit_tools_few check (cardinality(tools) <= 30);

create table standard_kit (
  commune_id integer not null default current_commune() references commune on delete cascade,
  standard_kit_id uuid not null default gen_random_uuid(),
  association_id uuid not null,
  kit_id uuid not null,
  since timestamptz not null,
  primary key (commune_id, standard_kit_id),
  constraint standard_kit_once unique (commune_id, association_id),
  constraint standard_kit_association foreign key (commune_id, association_id)
    references association (commune_id, association_id) on delete cascade,
  constraint standard_kit_kit foreign key (commune_id, kit_id)
    references equipment_kit (commune_id, kit_id) on delete cascade
);
create index standard_kit_of on standard_kit (commune_id, kit_id);
alter table standard_kit enable row level security;
create policy standard_kit_commune on standard_kit
  using (commune_id = current_commune()) with check (commune_id = current_commune());
