-- Associations the commune counts on (employer, structuring) have what they ask when it is free: no quota, accepted at once.
alter table lending_rules add column guaranteed boolean not null default true;
