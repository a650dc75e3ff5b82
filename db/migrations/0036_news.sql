-- What the commune tells of the associations it helps and of what residents undertake: by date, without label nor ranking.
create table news_item (
  commune_id integer not null default current_commune() references commune on delete cascade,
  news_id uuid not null default gen_random_uuid(),
  slug text not null constraint news_item_slug_word check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null constraint news_item_kind_known check (kind in ('action', 'initiative')),
  state text not null constraint news_item_state_known check (state in ('proposed', 'draft', 'published', 'withdrawn', 'declined')),
  title text not null constraint news_item_title_length check (length(title) between 1 and 120),
  body text not null default '' constraint news_item_body_length check (length(body) <= 6000),
  -- What the commune brought.
  support text constraint news_item_support_length check (length(support) between 1 and 1500),
  -- What it changed, for whom.
  results text constraint news_item_results_length check (length(results) between 1 and 1500),
  -- Its texts before they were last changed, to be put back.
  previous jsonb,
  -- The association that proposed it, who for it, and what it was answered.
  proposed_by uuid,
  proposer_id uuid,
  answer text constraint news_item_answer_length check (length(answer) <= 600),
  published_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  primary key (commune_id, news_id),
  constraint news_item_slug_once unique (commune_id, slug),
  constraint news_item_told check (state <> 'published' or body <> ''),
  constraint news_item_support_told check (state <> 'published' or kind <> 'action' or support is not null),
  constraint news_item_results_told check (state <> 'published' or kind <> 'initiative' or results is not null),
  constraint news_item_dated check (state <> 'published' or published_at is not null),
  foreign key (commune_id, proposed_by) references association on delete set null (proposed_by),
  foreign key (commune_id, proposer_id) references person on delete set null (proposer_id)
);
create index news_item_latest on news_item (commune_id, published_at desc) where state = 'published';

-- The associations it is about.
create table news_association (
  commune_id integer not null default current_commune() references commune on delete cascade,
  news_id uuid not null,
  association_id uuid not null,
  primary key (commune_id, news_id, association_id),
  foreign key (commune_id, news_id) references news_item on delete cascade,
  foreign key (commune_id, association_id) references association on delete cascade
);
create index news_association_of on news_association (commune_id, association_id);

alter table news_item enable row level security;
create policy news_item_commune on news_item
  using (commune_id = current_commune()) with check (commune_id = current_commune());
alter table news_association enable row level security;
create policy news_association_commune on news_association
  using (commune_id = current_commune()) with check (commune_id = current_commune());
