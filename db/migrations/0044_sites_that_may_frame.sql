-- Sites that may show our widgets in a frame, one a line, as a browser is told them; any when none is said.
alter table commune add column framing_sites text
  constraint commune_framing_sites_shape check (framing_sites ~ '^(\*\.)?[a-z0-9.:-]+(\n(\*\.)?[a-z0-9.:-]+)*$' and length(framing_sites) <= 4000);
