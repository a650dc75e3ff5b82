-- What the site may ask of outside services: nothing until the commune turns it on.
alter table commune
  add column address_lookup text not null default 'off'
    constraint commune_address_lookup_known check (address_lookup in ('off', 'on')),
  add column map_tiles text not null default 'off'
    constraint commune_map_tiles_known check (map_tiles in ('off', 'on'));
