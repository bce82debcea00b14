-- The privacy officer's review of the log goes through events by time. They are written in the order of time,
-- so a summary of every 32 pages finds them, and costs a look or a change next to nothing.
set role app_owner;
create index event_at on audit.event using brin (at) with (pages_per_range = 32, autosummarize = on);
reset role;
