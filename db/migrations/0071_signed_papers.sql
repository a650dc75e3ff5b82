-- What was signed on paper is scanned back: the paper is kept with its signature.
alter table signature
  drop constraint signature_drawn,
  add constraint signature_file_fits check (file_id is null or how in ('drawn', 'paper'));
