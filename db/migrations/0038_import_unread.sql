-- Values of a line that could not be read: the line is taken without them, and the person who imports is told.
alter table import_line add column unread text[] not null default '{}';
