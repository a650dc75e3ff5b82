-- Whether an inventory moves a unit it says is at another place, when who brings it says so.
alter table inventory_import add column moves boolean not null default false;
