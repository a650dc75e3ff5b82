-- What the rules ask of who borrows, at each request, is read in an index alone: the loans of its season, those it keeps too long.
drop index loan_of;
create index loan_of on loan (commune_id, association_id, from_at desc) include (state, request_id);
create index loan_out on loan (commune_id, association_id, until_at) where state = 'out';
