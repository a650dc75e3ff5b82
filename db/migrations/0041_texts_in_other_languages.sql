-- What an association says in another language than French: one text at a time, dated, with the French it was made from,
-- so that one knows when the French has changed since. Who wrote it is in the history; only its side is told.
create table association_translation (
  commune_id integer not null default current_commune(),
  association_id uuid not null,
  translation_id uuid not null default gen_random_uuid(),
  lang text not null constraint association_translation_lang_known check (lang in
    ('en', 'ar', 'es', 'pt', 'it', 'de', 'nl', 'tr', 'ru', 'uk', 'pl', 'ro', 'sq', 'hy', 'ka', 'fa', 'ps', 'ku', 'bn',
     'ta', 'zh', 'vi', 'wo', 'ln', 'sw', 'so', 'br')),
  field text not null constraint association_translation_field_known check (field in
    ('aims', 'schedule', 'prices', 'registration', 'accessNote')),
  body text not null constraint association_translation_body_length check (length(body) between 1 and 3000),
  -- Empty when the French text has been taken away since.
  french text not null,
  by_kind text not null constraint association_translation_by_known check (by_kind in ('association', 'agent')),
  written_at timestamptz not null,
  primary key (commune_id, translation_id),
  constraint association_translation_once unique (commune_id, association_id, lang, field),
  foreign key (commune_id, association_id) references association on delete cascade
);
alter table association_translation enable row level security;
create policy association_translation_commune on association_translation
  using (commune_id = current_commune()) with check (commune_id = current_commune());
