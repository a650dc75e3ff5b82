-- A district that places use cannot disappear under them: the settings page says so instead of emptying their field.
alter table place drop constraint place_commune_id_district_id_fkey;
alter table place add constraint place_district_in_use foreign key (commune_id, district_id) references district;

-- A figure counted by a service outside the site: shown as declared, with who said so, when, and on what evidence.
create table declared_figure (
  commune_id integer not null default current_commune() references commune on delete cascade,
  figure_id uuid not null default gen_random_uuid(),
  indicator text not null constraint declared_figure_indicator_known check (indicator ~ '^I[1-7]\.[1-4]$'),
  from_day date not null,
  to_day date not null,
  value double precision not null constraint declared_figure_positive check (value >= 0),
  evidence text not null constraint declared_figure_evidence_length check (length(evidence) between 1 and 2000),
  declared_at timestamptz not null,
  declared_by uuid,
  primary key (commune_id, figure_id),
  constraint declared_figure_period check (from_day <= to_day)
);
create index declared_figure_of on declared_figure (commune_id, indicator, to_day desc);
alter table declared_figure enable row level security;
create policy declared_figure_commune on declared_figure
  using (commune_id = nullif(current_setting('app.commune', true), '')::integer);
