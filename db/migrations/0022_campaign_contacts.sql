-- Who was asked for a listing by a campaign, in the order of its letters: a reminder goes to the next contact, as the climb does.
-- Identifiers only; one that names nobody any more is passed over.
alter table campaign_association add column asked_contacts uuid[] not null default '{}';

-- What running campaigns have already written is read from the links they sent, while those are kept.
update campaign_association ca set asked_contacts = array(
  select l.contact_id from confirmation_link l
  where l.commune_id = ca.commune_id and l.association_id = ca.association_id and l.contact_id is not null
    and (l.made_at at time zone 'Europe/Paris')::date = ca.asked_on)
where ca.asked_on is not null;
